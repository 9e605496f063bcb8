package org.contacts4j.jdbi.connection;

import java.time.Duration;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.jdbi.sql.H2Database;
import org.h2.mvstore.MVStore;

/**
 * Compacts the file of an embedded H2 while it is open, so that it does not grow with every write. It rewrites the live
 * data of chunks that are mostly obsolete, and H2 reuses their space after a while. H2 has its own thread for this only
 * with delayed writes, which are disabled (see {@code WRITE_DELAY} in {@link H2Database}).
 */
public final class H2Compaction implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int WANTED_PERCENT = 60;

    /** Limits how long writers wait, since they wait while this much is written. */
    private static final int BYTES_AT_ONCE = 2 * 1024 * 1024;

    private final BackgroundTask task;

    private H2Compaction(BackgroundTask task) {
        this.task = task;
    }

    /** Starts the compaction. */
    public static H2Compaction start(EmbeddedH2 h2, BackgroundTasks tasks) {
        return new H2Compaction(tasks.start("h2-compaction", PAUSE, heartbeat -> h2.withStore(H2Compaction::compact)));
    }

    private static void compact(MVStore file) {
        if (file.compact(WANTED_PERCENT, BYTES_AT_ONCE)) {
            file.commit();
        }
    }

    @Override
    public void close() {
        task.close();
    }
}
