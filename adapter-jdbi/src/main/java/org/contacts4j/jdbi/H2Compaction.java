package org.contacts4j.jdbi;

import java.time.Duration;
import java.util.function.Supplier;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.h2.mvstore.MVStore;

/**
 * Tidies the file of an embedded H2 while it is open, so that it does not grow with every write: what is left of chunks
 * that are mostly out of date is written anew, and H2 uses their place again a while later. H2 has a thread for that only
 * when it may also write late, which it must not (see {@link Database#H2}).
 */
final class H2Compaction implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int WANTED_PERCENT = 60;

    /** Writers wait for as long as this takes to be written. */
    private static final int BYTES_AT_ONCE = 2 * 1024 * 1024;

    private final BackgroundTask task;

    private H2Compaction(BackgroundTask task) {
        this.task = task;
    }

    /** Begins with the file that is open now; each round asks for it anew. */
    static H2Compaction start(Supplier<MVStore> file, BackgroundTasks tasks) {
        return new H2Compaction(tasks.start("h2-compaction", PAUSE, heartbeat -> tidy(file.get())));
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
