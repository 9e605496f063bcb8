package org.contacts4j.bootstrap.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.CommandContext;
import org.contacts4j.bootstrap.backup.Backup;
import org.contacts4j.bootstrap.backup.Progress;
import org.contacts4j.bootstrap.settings.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The {@code backup} command: writes the H2 database and the attachments to one file, also while the server runs. */
@Command(
        name = "backup",
        description = "Writes the H2 database, the attachments and the signing secret to one file. The server may run.")
public final class BackupCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "zip file to write")
    private String file = "";

    @Option(names = "--force", description = "replace the file if it exists")
    private boolean force;

    public BackupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Config config = context.config();
        if (!config.database().url().startsWith("jdbc:h2:")) {
            throw CannotStart.because("the database is PostgreSQL: back it up with pg_dump, as docs/operating.md says");
        }
        Path path = context.resolve(file);
        String summary = new Backup(config, new Progress(context.err())).write(path, force);
        context.out().println("Wrote " + file + ": " + summary);
        return 0;
    }
}
