package org.contacts4j.bootstrap.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.contacts4j.bootstrap.CommandContext;
import org.contacts4j.bootstrap.backup.BackupFile;
import org.contacts4j.bootstrap.backup.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The {@code verify} command: checks a backup. Exits with 1 if it is damaged. */
@Command(name = "verify", description = "Checks a backup: checksums, database, references, attachments.")
public final class VerifyCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "backup to check")
    private String file = "";

    public VerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        BackupFile backup =
                new BackupFile(context.resolve(file), context.config().database(), new Progress(context.err()));
        List<String> problems = backup.verify();
        problems.forEach(problem -> context.err().println("contacts4j: " + file + " is damaged: " + problem));
        if (problems.isEmpty()) {
            context.out().println(file + " is complete, " + backup.summary());
        }
        return problems.isEmpty() ? 0 : 1;
    }
}
