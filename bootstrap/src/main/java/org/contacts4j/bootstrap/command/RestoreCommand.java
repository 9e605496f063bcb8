package org.contacts4j.bootstrap.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.CommandContext;
import org.contacts4j.bootstrap.backup.BackupFile;
import org.contacts4j.bootstrap.backup.Progress;
import org.contacts4j.bootstrap.control.RunningServer;
import org.contacts4j.bootstrap.settings.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The {@code restore} command: creates a data folder from a backup. */
@Command(name = "restore", description = "Creates the data folder (--data-dir) from a backup, after verifying it.")
public final class RestoreCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "backup to restore")
    private String file = "";

    public RestoreCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Config config = context.config();
        if (!config.usesDefaultDatabase()) {
            throw CannotStart.because("a backup is restored to a data folder: omit --db-url");
        }
        requireUnused(config);
        Path folder = config.folder().path();
        BackupFile backup = new BackupFile(context.resolve(file), config.database(), new Progress(context.err()));
        List<String> problems = backup.restoreTo(folder);
        problems.forEach(problem -> context.err().println("damaged: " + problem));
        if (!problems.isEmpty()) {
            throw CannotStart.because(file + " is damaged; nothing was restored");
        }
        context.out().println("Restored " + folder + " from the " + backup.summary());
        if (!config.attachments().folder().equals(folder.resolve("attachments"))) {
            context.out()
                    .println("The attachments are in " + folder.resolve("attachments") + ": move them to "
                            + config.attachments().folder());
        }
        return 0;
    }

    private static void requireUnused(Config config) {
        RunningServer.find(config.folder()).ifPresent(server -> {
            server.close();
            throw CannotStart.because("a server runs on the data folder '"
                    + config.folder().path() + "': name another one with --data-dir");
        });
    }
}
