package org.contacts4j.http.attachment;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.contacts4j.application.attachment.ContentSweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes content that no attachment has any more, now and then. Any number of nodes may do so. */
public final class ContentSweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContentSweeper.class);

    private static final int EVERY_SECONDS = 10;

    private final ContentSweep sweep;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "contacts4j-contents");
        thread.setDaemon(true);
        return thread;
    });

    private ContentSweeper(ContentSweep sweep) {
        this.sweep = sweep;
    }

    /** Begins to look for what is to be removed, right away and then every ten seconds. */
    public static ContentSweeper start(ContentSweep sweep) {
        ContentSweeper sweeper = new ContentSweeper(sweep);
        ScheduledFuture<?> unused =
                sweeper.timer.scheduleWithFixedDelay(sweeper::run, 0, EVERY_SECONDS, TimeUnit.SECONDS);
        return sweeper;
    }

    private void run() {
        try {
            int removed = sweep.run();
            if (removed > 0) {
                LOG.info("Removed the content of {} attachments that are gone", removed);
            }
        } catch (RuntimeException e) {
            // It is noted still, and will be tried again.
            LOG.warn("Content of attachments that are gone could not be removed", e);
        }
    }

    /** Waits for what it is about to remove: a thread that works on a database must not be interrupted. */
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
