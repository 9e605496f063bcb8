package org.contacts4j.application.background;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;

/**
 * Records the outcome of a task's rounds. Logs one event when failures begin and one when they end, regardless of the
 * number of failed rounds between. Thread-safe.
 */
public final class TaskHealth {

    private static final Logger LOG = System.getLogger(TaskHealth.class.getName());

    private final String name;
    private final Clock clock;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant failingSince;
    private long failures;

    /** Creates an instance without recorded rounds. */
    public TaskHealth(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    /** Records a successful round. */
    public synchronized void succeeded() {
        lastSuccess = clock.instant();
        @Nullable Instant since = failingSince;
        failingSince = null;
        if (since != null) {
            LOG.log(Level.INFO, "Background task {0} succeeds again; it failed since {1}", name, since);
        }
    }

    /** Records a failed round. Throws nothing, even if no memory is left to log it. */
    public synchronized void failed(Throwable failure) {
        failures++;
        try {
            if (failingSince == null) {
                failingSince = clock.instant();
                log(failure);
            }
        } catch (Throwable unlogged) {
            // The failure counter already includes this failure.
            return;
        }
    }

    /** Returns the current status of a running task. */
    public TaskStatus status() {
        return status(true);
    }

    synchronized TaskStatus status(boolean running) {
        return new TaskStatus(name, running, lastSuccess, failingSince, failures);
    }

    private void log(Throwable failure) {
        if (failure instanceof ContactsFailure.Unavailable) {
            LOG.log(
                    Level.WARNING,
                    "Background task {0} failed; its next round follows: {1}",
                    name,
                    failure.getMessage());
        } else {
            LOG.log(Level.ERROR, "Background task " + name + " failed; its next round follows", failure);
        }
    }
}
