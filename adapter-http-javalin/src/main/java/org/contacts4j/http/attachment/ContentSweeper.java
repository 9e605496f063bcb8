package org.contacts4j.http.attachment;

import java.time.Duration;
import org.contacts4j.application.attachment.ContentSweep;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes content that no attachment has any more, now and then. Any number of nodes may do so. */
public final class ContentSweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContentSweeper.class);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final BackgroundTask task;

    private ContentSweeper(ContentSweep sweep, BackgroundTasks tasks) {
        this.task = tasks.start("attachment-cleanup", PAUSE, heartbeat -> run(sweep, heartbeat));
    }

    /** Begins to look for what is to be removed, every ten seconds. */
    public static ContentSweeper start(ContentSweep sweep, BackgroundTasks tasks) {
        return new ContentSweeper(sweep, tasks);
    }

    /** Content that could not be removed stays noted, and the next round tries again. */
    private static void run(ContentSweep sweep, Runnable heartbeat) {
        int removed = sweep.run(heartbeat);
        if (removed > 0) {
            LOG.info("Removed the content of {} attachments that are gone", removed);
        }
    }

    /** Waits for the removal that is under way. */
    @Override
    public void close() {
        task.close();
    }
}
