package org.contacts4j.jdbi.counter;

import java.time.Duration;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.jdbi.connection.DatabaseError;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Compacts the {@link CounterJournal} every second. */
public final class CompactionTask implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final JournalCompaction compaction;
    private final BackgroundTask task;

    private CompactionTask(Jdbi jdbi, JournalCompaction compaction, BackgroundTasks tasks) {
        this.jdbi = jdbi;
        this.compaction = compaction;
        this.task = tasks.start("record-counts", PAUSE, this::compact);
    }

    public static CompactionTask start(Jdbi jdbi, JournalCompaction compaction, BackgroundTasks tasks) {
        return new CompactionTask(jdbi, compaction, tasks);
    }

    /** Compacts the entries that exist now. When a run fails, its entries remain in the journal for the next run. */
    private void compact(Runnable heartbeat) {
        try {
            while (jdbi.<Boolean, RuntimeException>inTransaction(compaction::compact)) {
                heartbeat.run();
            }
        } catch (JdbiException e) {
            throw DatabaseError.translated(e);
        }
    }

    @Override
    public void close() {
        task.close();
    }
}
