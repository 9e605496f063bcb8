package org.contacts4j.jdbi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.contacts4j.jdbi.DatabaseSettings.Replica;

/** A streaming replica of a PostgreSQL of a test, made by a base backup. */
public final class TestReplica implements AutoCloseable {

    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final EmbeddedPostgres primary;
    private final Path data;
    private EmbeddedPostgres server;

    private TestReplica(EmbeddedPostgres primary, Path data) {
        this.primary = primary;
        this.data = data;
        this.server = TestPostgres.startServer(
                options -> options.setDataDirectory(data).setCleanDataDirectory(false));
    }

    /** Starts a replica of this server with its data in this folder, which must not exist. */
    public static TestReplica of(EmbeddedPostgres primary, Path folder) throws SQLException, IOException {
        try (Connection connection = connect(primary);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('replica', fast => true)");
            copy(Path.of(text(statement, "show data_directory")), folder);
            String label = text(statement, "select labelfile from pg_backup_stop(wait_for_archive => false)");
            Files.writeString(folder.resolve("backup_label"), label);
        }
        Files.writeString(
                folder.resolve("postgresql.auto.conf"),
                "\nprimary_conninfo = 'host=localhost port=%d user=%s'\nmax_standby_streaming_delay = 0\n"
                        .formatted(primary.getPort(), TestPostgres.SUPERUSER),
                StandardOpenOption.APPEND);
        Files.createFile(folder.resolve("standby.signal"));
        return new TestReplica(primary, folder);
    }

    /** Returns the settings of the primary with this replica. */
    public DatabaseSettings settings(Duration maxLag) {
        return TestPostgres.settings(primary).withReplica(new Replica(url(), maxLag));
    }

    /** Returns the URL of the default database, for the superuser. */
    public String url() {
        return server.getJdbcUrl(TestPostgres.SUPERUSER, "postgres");
    }

    public int port() {
        return server.getPort();
    }

    /** Makes the replica receive changes without applying them. */
    public void pause() throws SQLException {
        ask("select pg_wal_replay_pause()");
    }

    public void resume() throws SQLException {
        ask("select pg_wal_replay_resume()");
    }

    /** Returns the first value of the result of a query on the replica. */
    public String ask(String query) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            return text(statement, query);
        }
    }

    /** Stops the replica, ending all connections. */
    public void stop() throws IOException {
        server.close();
    }

    /** Starts the replica again after {@link #stop}, at the same port. */
    public void start() {
        int port = server.getPort();
        server = TestPostgres.startServer(options ->
                options.setDataDirectory(data).setCleanDataDirectory(false).setPort(port));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /** Copies a folder in which files appear, change and disappear. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(
                        to.resolve(from.relativize(folder)),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    if (!NOT_COPIED.contains(file.getFileName().toString())) {
                        Files.copy(file, to.resolve(from.relativize(file)));
                    }
                } catch (NoSuchFileException deleted) {
                    return FileVisitResult.CONTINUE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw new UncheckedIOException(failure);
            }
        });
    }
}
