package org.contacts4j.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.contacts4j.application.background.DaemonThreads;
import org.contacts4j.application.background.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A readiness cache: check results are at most one second old, whatever the rate of requests.
 *
 * <p>One check runs at a time, on its own thread. A request waits at most one second for its result, so probes are
 * answered even while the database hangs.
 */
final class CachedReadiness implements Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(CachedReadiness.class);
    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Reported when the checks fail or time out. */
    private static final List<Check> UNKNOWN = List.of(new Check("checks", false));

    private final Readiness readiness;
    private @Nullable Run last;

    CachedReadiness(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public List<Check> check() {
        return current().result();
    }

    @Override
    public List<TaskStatus> tasks() {
        return readiness.tasks();
    }

    @Override
    public Life life() {
        return readiness.life();
    }

    private synchronized Run current() {
        if (last == null || last.isOver()) {
            last = new Run(begin(this::checked), System.nanoTime());
        }
        return last;
    }

    private List<Check> checked() {
        try {
            return readiness.check();
        } catch (RuntimeException e) {
            LOG.error("The checks of /readyz failed", e);
            return UNKNOWN;
        }
    }

    private static CompletableFuture<List<Check>> begin(Supplier<List<Check>> checks) {
        ThreadFactory threads = DaemonThreads.named("readiness");
        return CompletableFuture.supplyAsync(
                checks, task -> threads.newThread(task).start());
    }

    /**
     * A run of the checks.
     *
     * @param begun the start, as a {@link System#nanoTime()} value
     */
    private record Run(CompletableFuture<List<Check>> checks, long begun) {

        boolean isOver() {
            return checks.isDone() && System.nanoTime() - begun > MAX_AGE_NANOS;
        }

        /** Returns the results, or {@link #UNKNOWN} when the run takes longer than one second. */
        List<Check> result() {
            long left = Math.max(0, begun + TIMEOUT_NANOS - System.nanoTime());
            return checks.copy()
                    .completeOnTimeout(UNKNOWN, left, TimeUnit.NANOSECONDS)
                    .join();
        }
    }
}
