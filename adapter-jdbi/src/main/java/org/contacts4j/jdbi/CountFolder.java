package org.contacts4j.jdbi;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Adds up, every second, what writers noted in the {@link Tally}. */
final class CountFolder implements AutoCloseable {

    private static final int SECONDS = 1;

    private final Jdbi jdbi;
    private final Database database;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "contacts4j-counts");
        thread.setDaemon(true);
        return thread;
    });

    CountFolder(Jdbi jdbi, Database database) {
        this.jdbi = jdbi;
        this.database = database;
    }

    void start() {
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(this::foldQuietly, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Adds up what there is now. */
    void fold() {
        while (jdbi.<Boolean, RuntimeException>inTransaction(handle -> TallyFolder.fold(handle, database))) {
            // There is more.
        }
    }

    private void foldQuietly() {
        try {
            fold();
        } catch (JdbiException e) {
            // The changes stay and count as they are; the next round takes them.
            System.getLogger(CountFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "counts are added up in the next round", e);
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
