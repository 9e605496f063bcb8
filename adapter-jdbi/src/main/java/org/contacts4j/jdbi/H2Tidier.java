package org.contacts4j.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Tidies the file of an embedded H2 while it is open, so that it does not grow with every write: what is left of chunks
 * that are mostly out of date is written anew, and H2 uses their place again a while later. H2 has a thread for that only
 * when it may also write late, which it must not (see {@link Database#H2}).
 */
final class H2Tidier implements AutoCloseable {

    private static final int MILLIS_BETWEEN = 500;
    private static final int WANTED_PERCENT = 60;

    /** Writers wait for as long as this takes to be written. */
    private static final int BYTES_AT_ONCE = 2 * 1024 * 1024;

    private final MVStore file;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "contacts4j-h2-tidier");
        thread.setDaemon(true);
        return thread;
    });

    private H2Tidier(MVStore file) {
        this.file = file;
    }

    /** Begins, if it is an H2 in this process that these connections lead to, and one with a file. */
    static Optional<H2Tidier> start(DataSource connections) {
        try (Connection connection = connections.getConnection()) {
            return fileOf(connection).map(H2Tidier::start);
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

    private static H2Tidier start(MVStore file) {
        H2Tidier tidier = new H2Tidier(file);
        ScheduledFuture<?> unused = tidier.timer.scheduleWithFixedDelay(
                tidier::tidyQuietly, MILLIS_BETWEEN, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        return tidier;
    }

    private void tidyQuietly() {
        try {
            if (file.compact(WANTED_PERCENT, BYTES_AT_ONCE)) {
                file.commit();
            }
        } catch (MVStoreException e) {
            // Those who read and write meet it as well, and say so.
            System.getLogger(H2Tidier.class.getName()).log(System.Logger.Level.DEBUG, "the file is not tidied", e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
