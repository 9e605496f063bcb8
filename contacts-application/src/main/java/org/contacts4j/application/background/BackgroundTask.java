package org.contacts4j.application.background;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * Work that is repeated at a fixed delay on its own daemon thread. A round that throws anything, including an {@link
 * Error}, is recorded. The next round still runs.
 */
public final class BackgroundTask implements AutoCloseable {

    /** The time without a heartbeat after which a round is stuck. Database calls and requests end within seconds. */
    static final Duration STUCK_AFTER = Duration.ofMinutes(10);

    /** Leaves the processor to the process's startup. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final int SHORTEST_PAUSE_MILLIS = 50;
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final TaskHealth health;
    private final Clock clock;
    private final Duration delay;
    private final BusyRound round;
    private final Thread thread;
    private volatile boolean woken;
    private volatile boolean closed;
    private volatile boolean inRound;
    private volatile Instant lastHeartbeat;

    BackgroundTask(String name, Clock clock, Duration delay, BusyRound round) {
        this.health = new TaskHealth(name, clock);
        this.clock = clock;
        this.delay = delay;
        this.round = round;
        this.lastHeartbeat = clock.instant();
        this.thread = DaemonThreads.named(name).newThread(this::repeat);
    }

    /** One round of a task. */
    @FunctionalInterface
    public interface Round {

        /**
         * Does the work.
         *
         * @param heartbeat signals progress; rounds that may take minutes call it periodically
         */
        void run(Runnable heartbeat) throws Exception;
    }

    /** One round of a task that may have more work than it does in one round. */
    @FunctionalInterface
    public interface BusyRound {

        /**
         * Does the work.
         *
         * @param heartbeat signals progress; rounds that may take minutes call it periodically
         * @return whether the next round must not wait for the task's delay
         */
        boolean run(Runnable heartbeat) throws Exception;
    }

    void start() {
        thread.start();
    }

    /** Ends the pause before the next round early. Two rounds are never less than 50 ms apart. */
    public void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    /** Returns the current status. A closed task is not running. */
    public TaskStatus status() {
        return health.status(thread.isAlive() && !isStuck());
    }

    private boolean isStuck() {
        return inRound && lastHeartbeat.plus(STUCK_AFTER).isBefore(clock.instant());
    }

    private void repeat() {
        pause(delay.compareTo(FIRST_PAUSE) < 0 ? delay : FIRST_PAUSE);
        while (!closed) {
            runRound();
            pause(delay);
        }
    }

    private void runRound() {
        woken = false;
        try {
            recordHeartbeat();
            inRound = true;
            if (round.run(this::recordHeartbeat)) {
                woken = true;
            }
            health.succeeded();
        } catch (Throwable failure) {
            if (!closed) {
                health.failed(failure);
            }
        } finally {
            inRound = false;
        }
    }

    private void recordHeartbeat() {
        lastHeartbeat = clock.instant();
    }

    /** Allocates nothing, so that the thread survives when the heap is full. */
    private void pause(Duration longest) {
        try {
            Thread.sleep(SHORTEST_PAUSE_MILLIS);
            if (!closed && !woken) {
                LockSupport.parkNanos(this, longest.toNanos());
            }
        } catch (InterruptedException stray) {
            // A round may leave the interrupt flag set. The sleep has cleared it, so it shortens no further pause.
            return;
        }
    }

    /**
     * Starts no more rounds and waits up to 5 s for the current one. The thread is not interrupted, because it may use
     * a database.
     */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
