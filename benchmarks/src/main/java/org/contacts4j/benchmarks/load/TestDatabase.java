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
import org.contacts4j.jdbi.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/**
 * The database that is measured on. Durable as in production: an answered write is on disk.
 *
 * @param server PostgreSQL when it was started for this run
 */
public record TestDatabase(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable EmbeddedPostgres server) implements AutoCloseable {

    /**
     * What the JDBI adapter adds to a URL of H2; spelled out here, so that the floor has the same.
     */
    private static final String H2_SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0;QUERY_CACHE_SIZE=64;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=4000";

    private static final String H2_FILE = "jdbc:h2:file:";
    private static final String H2_SUFFIX = ".mv.db";

    /** H2 in a file of this folder. */
    public static TestDatabase h2(Path folder) {
        return new TestDatabase(H2_FILE + folder.resolve("h2").toAbsolutePath() + H2_SETTINGS, null, null, null);
    }

    /** A PostgreSQL of its own with its data in this folder; the defaults but for what tests usually switch off. */
    public static TestDatabase postgresql(Path folder) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .start();
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
        return new TestDatabase(url, "postgres", null, server);
    }

    /** A database that is there already; it is filled and left so. */
    public static TestDatabase given(String url, @Nullable String user, @Nullable String password) {
        return new TestDatabase(url, user, password, null);
    }

    DatabaseSettings settings() {
        return DatabaseSettings.of(url, user, password);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The flags that tell Contacts4J to use it. */
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

    /** The same while nobody is connected: H2's file is for the most part out of date after a load, and is compacted. */
    void settleUnused() throws SQLException {
        settle();
        if (url.startsWith("jdbc:h2:")) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown compact");
            }
        }
    }

    /** For a second server at the same time: H2's file, which one process alone can open, is copied while nobody is connected. */
    TestDatabase forAnother(Path folder) throws IOException {
        if (!url.startsWith(H2_FILE)) {
            return this;
        }
        Path file = Path.of(url.split(";")[0].substring(H2_FILE.length()) + H2_SUFFIX);
        TestDatabase copy = h2(Files.createDirectories(folder));
        Files.copy(file, folder.resolve("h2" + H2_SUFFIX));
        return copy;
    }

    /** Leaves nothing behind of the last round that the next would have to do: no dead rows, no dirty pages. */
    void settle() throws SQLException {
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
