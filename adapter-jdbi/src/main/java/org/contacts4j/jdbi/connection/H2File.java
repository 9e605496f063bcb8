package org.contacts4j.jdbi.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.h2.engine.Constants;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * The file of an embedded H2 database, from opening to closing.
 *
 * @param connection stays open all the time: H2 closes a database that has no connection
 * @param key identifies the file on its disk, whatever its name; null where the file system has no such key
 */
public record H2File(
        Connection connection,
        Database database,
        MVStore store,
        String name,
        @Nullable Object key) {

    private static final String[] PROBE = {
        "insert into shared_secret (name, secret) values ('probe', 'probe')",
        "delete from shared_secret where name = 'probe'"
    };

    /** Returns the file behind a connection; empty for an in-memory, remote or non-H2 database. */
    public static Optional<H2File> of(Connection connection) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                        && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                        && session.getDatabase().isPersistent()
                ? Optional.of(of(connection, session.getDatabase()))
                : Optional.empty();
    }

    private static H2File of(Connection connection, Database database) {
        String name = database.getDatabasePath() + Constants.SUFFIX_MV_FILE;
        return new H2File(connection, database, database.getStore().getMvStore(), name, keyOf(name));
    }

    /** Returns the error while writing after which H2 closed this database; null when there was none. */
    @Nullable
    Throwable failure() {
        // Not of the type of H2: without its driver, the classes that call this must be verified on PostgreSQL.
        return store.getPanicException();
    }

    /** Returns whether H2 has closed this database, as it does after any error while writing. This is permanent. */
    public boolean isClosed() {
        return store.getPanicException() != null || database.isClosing() || store.isClosed();
    }

    /**
     * Returns whether the file still exists under its name. A deleted file can still be written, but is lost when the
     * process ends.
     */
    boolean existsUnderName() {
        return key == null ? exists() : key.equals(keyOf(name));
    }

    boolean exists() {
        return FileUtils.exists(name);
    }

    /** Returns whether everything committed so far is in the file, where the next start finds it. */
    public boolean isDurable() {
        return !isClosed() && existsUnderName();
    }

    /** Inserts and deletes a row, to test that the file is writable. */
    void probe() throws SQLException {
        connection.setAutoCommit(false);
        for (String statement : PROBE) {
            connection.createStatement().execute(statement);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Returns whether a committed transaction has requested that the file is rewritten. */
    boolean isRewriteRequested() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet requests = statement.executeQuery("select 1 from file_rewrite limit 1")) {
            return requests.next();
        }
    }

    /**
     * Closes the database and writes its live data to a new file, which replaces this one and has the same permissions.
     * Otherwise deleted data would remain in the file, in space that H2 has marked as free or filled up. After a crash,
     * one of the two files is there, complete. No other connection may be open.
     */
    void rewrite() throws SQLException, IOException {
        Path path = Path.of(name);
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        Set<PosixFilePermission> permissions = posix ? Files.getPosixFilePermissions(path) : Set.of();
        try (Statement statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        }
        if (posix) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    /** Deletes the requests to rewrite the file. */
    void clearRewriteRequests() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from file_rewrite");
        }
    }

    /** Closes the database without writing pending changes, and releases the file lock. */
    void abandon() {
        database.shutdownImmediately();
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(H2File.class.getName()).log(System.Logger.Level.DEBUG, "H2 could not end a session", e);
        }
    }

    /** Returns the file key; null also for a file that H2 does not store in the machine's file system. */
    private static @Nullable Object keyOf(String name) {
        try {
            return Files.readAttributes(Path.of(name), BasicFileAttributes.class)
                    .fileKey();
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }
}
