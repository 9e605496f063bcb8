package org.contacts4j.jdbi;

import java.io.IOException;
import java.nio.file.Files;
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
import org.jspecify.annotations.Nullable;

/**
 * The file of an H2 database in this process, from when it was opened until it was closed.
 *
 * @param connection stays open all the time: H2 closes a database that has no connection
 * @param key identifies the file on its disk, whatever its name; null where the system has no such key
 */
record H2File(
        Connection connection,
        Database database,
        MVStore store,
        Path path,
        @Nullable Object key) {

    private static final String[] PROBE = {
        "insert into shared_secret (name, secret) values ('probe', 'probe')",
        "delete from shared_secret where name = 'probe'"
    };

    /** Returns the file behind a connection; empty for a database in memory, in another process, or of another make. */
    static Optional<H2File> of(Connection connection) throws SQLException, IOException {
        return connection.isWrapperFor(JdbcConnection.class)
                        && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                        && session.getDatabase().isPersistent()
                ? Optional.of(of(connection, session.getDatabase()))
                : Optional.empty();
    }

    private static H2File of(Connection connection, Database database) throws IOException {
        Path path = Path.of(database.getDatabasePath() + Constants.SUFFIX_MV_FILE);
        return new H2File(connection, database, database.getStore().getMvStore(), path, keyOf(path));
    }

    /** Whether H2 has given this database up, as it does after any error while writing. It stays so. */
    boolean isClosed() {
        return store.getPanicException() != null || database.isClosing() || store.isClosed();
    }

    /** Whether the file still has its name. A file that was deleted can be written, and is lost with the process. */
    boolean isInPlace() {
        try {
            return key == null ? Files.exists(path) : key.equals(keyOf(path));
        } catch (IOException e) {
            return false;
        }
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

    private static @Nullable Object keyOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
}
