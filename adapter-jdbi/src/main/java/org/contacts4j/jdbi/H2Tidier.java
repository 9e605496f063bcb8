package org.contacts4j.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * Tidies the file of an embedded H2 while it is open, so that it does not grow with every write: what is left of chunks
 * that are mostly out of date is written anew, and H2 uses their place again a while later. H2 has a thread for that only
 * when it may also write late, which it must not (see {@link Database#H2}).
 */
final class H2Tidier implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int WANTED_PERCENT = 60;

    /** Writers wait for as long as this takes to be written. */
    private static final int BYTES_AT_ONCE = 2 * 1024 * 1024;

    private final BackgroundTask task;

    private H2Tidier(MVStore file, BackgroundTasks tasks) {
        this.task = tasks.start("h2-compaction", PAUSE, heartbeat -> tidy(file));
    }

    /** Begins, if it is an H2 in this process that these connections lead to, and one with a file. */
    static Optional<H2Tidier> start(DataSource connections, BackgroundTasks tasks) {
        try (Connection connection = connections.getConnection()) {
            return fileOf(connection).map(file -> new H2Tidier(file, tasks));
        } catch (SQLException e) {
            throw new CannotOpenDatabase("The database does not say where its file is.", e);
        }
    }

    /** The file behind a connection; empty for a database in memory, in another process, or of another make. */
    static Optional<MVStore> fileOf(Connection connection) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                        && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                        && session.getDatabase().isPersistent()
                ? Optional.of(session.getDatabase().getStore().getMvStore())
                : Optional.empty();
    }

    private static void tidy(MVStore file) {
        if (file.compact(WANTED_PERCENT, BYTES_AT_ONCE)) {
            file.commit();
        }
    }

    @Override
    public void close() {
        task.close();
    }
}
