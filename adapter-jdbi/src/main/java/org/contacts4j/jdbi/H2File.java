package org.contacts4j.jdbi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.engine.Constants;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * The file of an H2 database in this process, from when it was opened until it was closed.
 *
 * @param connection stays open all the time: H2 closes a database that has no connection
 * @param key identifies the file on its disk, whatever its name; null where there is no such key
 */
record H2File(
        Connection connection,
        Database database,
        MVStore store,
        String name,
        @Nullable Object key) {

    private static final String[] PROBE = {
        "insert into shared_secret (name, secret) values ('probe', 'probe')",
        "delete from shared_secret where name = 'probe'"
    };

    /** Returns the file behind a connection; empty for a database in memory, in another process, or of another make. */
    static Optional<H2File> of(Connection connection) throws SQLException {
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

    /** Whether H2 has given this database up, as it does after any error while writing. It stays so. */
    boolean isClosed() {
        return store.getPanicException() != null || database.isClosing() || store.isClosed();
    }

    /** Whether the file still has its name. A file that was deleted can be written, and is lost with the process. */
    boolean isInPlace() {
        return key == null ? exists() : key.equals(keyOf(name));
    }

    boolean exists() {
        return FileUtils.exists(name);
    }

    /** Whether what was committed up to now is in the file, and a later start finds it there. */
    boolean holdsCommits() {
        return !isClosed() && isInPlace();
    }

    /** Writes something and takes it back. */
    void probe() throws SQLException {
        connection.setAutoCommit(false);
        for (String statement : PROBE) {
            connection.createStatement().execute(statement);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Gives up what is not written, and the lock on the file. */
    void abandon() {
        database.shutdownImmediately();
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(H2File.class.getName()).log(System.Logger.Level.DEBUG, "H2 could not end a session", e);
        }
    }

    /** Null also for a file that H2 does not keep in the file system of the machine. */
    private static @Nullable Object keyOf(String name) {
        try {
            return Files.readAttributes(Path.of(name), BasicFileAttributes.class)
                    .fileKey();
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }
}
