package org.contacts4j.jdbi;

import java.time.Duration;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Compacts the {@link CounterJournal} every second. */
final class CompactionTask implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final Database database;
    private final BackgroundTask task;

    private CompactionTask(Jdbi jdbi, Database database, BackgroundTasks tasks) {
        this.jdbi = jdbi;
        this.database = database;
        this.task = tasks.start("record-counts", PAUSE, this::compact);
    }

    static CompactionTask start(Jdbi jdbi, Database database, BackgroundTasks tasks) {
        return new CompactionTask(jdbi, database, tasks);
    }

    /** Compacts the entries that exist now. When a run fails, its entries remain in the journal for the next run. */
    private void compact(Runnable heartbeat) {
        try {
            while (jdbi.<Boolean, RuntimeException>inTransaction(
                    handle -> JournalCompaction.compact(handle, database))) {
                heartbeat.run();
            }
        } catch (JdbiException e) {
            throw JdbiStore.translated(e);
        }
    }

    @Override
    public void close() {
        task.close();
    }
}
