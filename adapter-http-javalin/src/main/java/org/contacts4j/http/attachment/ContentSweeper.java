package org.contacts4j.http.attachment;

import java.time.Duration;
import org.contacts4j.application.attachment.ContentSweep;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The background task that deletes unreferenced attachment content. Any number of nodes may run it. */
public final class ContentSweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContentSweeper.class);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final BackgroundTask task;

    private ContentSweeper(ContentSweep sweep, BackgroundTasks tasks) {
        this.task = tasks.start("attachment-cleanup", PAUSE, heartbeat -> run(sweep, heartbeat));
    }

    /** Starts a task that runs every ten seconds. */
    public static ContentSweeper start(ContentSweep sweep, BackgroundTasks tasks) {
        return new ContentSweeper(sweep, tasks);
    }

    /** Deletes unreferenced content. Content that cannot be deleted stays recorded; the next round tries again. */
    private static void run(ContentSweep sweep, Runnable heartbeat) {
        int removed = sweep.run(heartbeat);
        if (removed > 0) {
            LOG.info("Deleted the content of {} removed attachments", removed);
        }
    }

    /** Stops the task after waiting for the current round. */
    @Override
    public void close() {
        task.close();
    }
}
