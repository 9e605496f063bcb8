package org.contacts4j.benchmarks.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.contacts4j.benchmarks.data.ContactTable;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.TestPostgres;
import org.jspecify.annotations.Nullable;

/**
 * The measured database. It is durable as in production: a confirmed write is on disk.
 *
 * @param server the PostgreSQL server that was started for this run; null for other databases
 */
public record TestDatabase(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable EmbeddedPostgres server) implements AutoCloseable {

    /** The settings that the JDBI adapter adds to a URL of H2; repeated here so that the baseline uses the same. */
    private static final String H2_SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0;QUERY_CACHE_SIZE=64;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=4000";

    private static final String H2_FILE = "jdbc:h2:file:";
    private static final String H2_SUFFIX = ".mv.db";

    /** Returns an H2 database in a file of this folder. */
    public static TestDatabase h2(Path folder) {
        return new TestDatabase(H2_FILE + folder.resolve("h2").toAbsolutePath() + H2_SETTINGS, null, null, null);
    }

    /**
     * Starts a PostgreSQL server with its data in this folder. It has the default settings, and those for durability
     * that the embedded server switches off for tests.
     */
    public static TestDatabase postgresql(Path folder) throws IOException {
        EmbeddedPostgres server =
                TestPostgres.startServer(options -> options.setDataDirectory(folder.resolve("postgresql"))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "100"));
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
        return new TestDatabase(url, "postgres", null, server);
    }

    /** Returns an existing database. It is loaded and not cleaned up afterwards. */
    public static TestDatabase given(String url, @Nullable String user, @Nullable String password) {
        return new TestDatabase(url, user, password, null);
    }

    public DatabaseSettings settings() {
        return DatabaseSettings.of(url, user, password).withPhoneNumbers(ContactTable.NUMBERS);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Returns the command-line flags that make Contacts4J use this database. */
    List<String> flags() {
        List<String> flags = new ArrayList<>(List.of("--db-url", url));
        if (user != null) {
            flags.addAll(List.of("--db-user", user));
        }
        if (password != null) {
            flags.addAll(List.of("--db-password", password));
        }
        return flags;
    }

    /**
     * Settles the database while it has no connections. H2 also compacts its file, most of which is obsolete after a
     * load.
     */
    public void settleUnused() throws SQLException {
        settle();
        if (url.startsWith("jdbc:h2:")) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown compact");
            }
        }
    }

    /**
     * Returns a database for a second concurrent server. Only one process can open H2's file, so it is copied, which
     * requires that the database has no connections.
     */
    public TestDatabase forAnother(Path folder) throws IOException {
        if (!url.startsWith(H2_FILE)) {
            return this;
        }
        Path file = Path.of(url.split(";")[0].substring(H2_FILE.length()) + H2_SUFFIX);
        TestDatabase copy = h2(Files.createDirectories(folder));
        Files.copy(file, folder.resolve("h2" + H2_SUFFIX));
        return copy;
    }

    /** Completes the pending work of the last round, which would slow down the next one: dead rows and dirty pages. */
    public void settle() throws SQLException {
        if (url.startsWith("jdbc:postgresql:")) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
                if (server != null) {
                    statement.execute("checkpoint");
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
