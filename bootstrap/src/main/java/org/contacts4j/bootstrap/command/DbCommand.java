package org.contacts4j.bootstrap.command;

import java.util.Map;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.CommandContext;
import org.contacts4j.bootstrap.backup.Progress;
import org.contacts4j.bootstrap.control.RunningServer;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.bootstrap.settings.SettingsInEnvironment;
import org.contacts4j.jdbi.DatabaseDistribution;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.backup.DatabaseCopy;
import org.contacts4j.jdbi.backup.DatabaseCopy.CopiedTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code db} commands. */
@Command(name = "db", description = "Moves data between databases, or distributes it.")
public final class DbCommand implements Runnable {

    private final CommandContext context;

    public DbCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        throw CannotStart.invalidCommandLine("name what to do: db copy --to jdbc:postgresql://..., or db distribute");
    }

    /** The {@code db copy} command: copies the H2 database to PostgreSQL, and compares both. */
    @Command(
            name = "copy",
            description =
                    "Copies the H2 database of a stopped server to an empty PostgreSQL database, and compares both.")
    int copy(
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "URL",
                            description = "jdbc:postgresql://... to copy to")
                    String to,
            @Option(names = "--to-user", paramLabel = "NAME", description = "user of that database") @Nullable
                    String user,
            @Option(
                            names = "--to-password",
                            paramLabel = "PASSWORD",
                            description = "password of that user; better as CONTACTS4J_TO_PASSWORD or in a file that"
                                    + " CONTACTS4J_TO_PASSWORD_FILE names")
                    @Nullable
                    String password) {
        Config config = context.config();
        requireUsable(config, to);
        String secret = password == null ? context.secret(SettingsInEnvironment.TARGET_PASSWORD) : password;
        Progress progress = new Progress(context.err());
        DatabaseCopy.run(
                        config.database(),
                        DatabaseSettings.of(to, user, secret),
                        (step, rows) -> progress.at(step, rows, 0))
                .forEach(this::print);
        context.out().println("All tables are copied, with the same rows and checksums.");
        return 0;
    }

    /** The {@code db distribute} command: distributes an existing database over the workers of a Citus cluster. */
    @Command(
            name = "distribute",
            description =
                    "Distributes the tables of a PostgreSQL database with the extension Citus over its workers, by"
                            + " organization. All servers must be stopped.")
    int distribute(
            @Option(names = "--dry-run", description = "checks the database and lists the tables, and changes nothing")
                    boolean dryRun) {
        Config config = context.config();
        if (!config.database().url().startsWith("jdbc:postgresql:")) {
            throw CannotStart.because("db distribute needs PostgreSQL: set --db-url jdbc:postgresql://...");
        }
        try (DatabaseDistribution distribution = DatabaseDistribution.open(config.database())) {
            Map<String, Long> pending = distribution.pending();
            if (pending.isEmpty()) {
                context.out().println("All tables are distributed already.");
            } else if (dryRun) {
                pending.forEach(this::printRows);
                context.out()
                        .printf(
                                "%d tables would be distributed over %d workers in %d shards.%n",
                                pending.size(),
                                distribution.workers(),
                                config.database().distribution().shards());
            } else {
                distribution.run(this::printRows);
                context.out()
                        .printf("%d tables are distributed over %d workers.%n", pending.size(), distribution.workers());
            }
            return 0;
        }
    }

    private void printRows(String table, long rows) {
        context.out().printf("%-28s %10d rows%n", table, rows);
    }

    private static void requireUsable(Config config, String to) {
        if (!config.database().url().startsWith("jdbc:h2:")) {
            throw CannotStart.because("db copy reads an H2 database: omit --db-url, and name the target with --to");
        }
        if (!to.startsWith("jdbc:postgresql:")) {
            throw CannotStart.invalidCommandLine("--to must begin with jdbc:postgresql:");
        }
        if (config.usesDefaultDatabase()) {
            RunningServer.find(config.folder()).ifPresent(server -> {
                server.close();
                throw CannotStart.because("a server runs on the data folder '"
                        + config.folder().path() + "': stop it first, so that it changes nothing meanwhile");
            });
        }
    }

    private void print(CopiedTable table) {
        context.out().printf("%-28s %10d rows  %s%n", table.name(), table.rows(), table.checksum());
    }
}
