package org.contacts4j.domain.webhook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The delays after failed attempts. The last interval repeats until a delivery has been tried for
 * {@link Delivery#PATIENCE}.
 *
 * @param intervals at least one
 */
public record RetrySchedule(List<Duration> intervals) {

    /** 5 s, 5 m, 30 m, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h. */
    public static final RetrySchedule DEFAULT = new RetrySchedule(List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    /** The maximum delay that a receiver can request. */
    static final Duration MAX_RETRY_AFTER = Duration.ofHours(24);

    private static final double JITTER = 0.1;

    public RetrySchedule {
        intervals = List.copyOf(intervals);
        if (intervals.isEmpty()) {
            throw new IllegalArgumentException("a schedule has an interval at least");
        }
    }

    /**
     * Returns the delay after failed attempts: the interval plus jitter of up to a tenth, or the receiver's requested
     * delay if that is longer. The jitter spreads the retries of deliveries that failed together.
     *
     * @param attempts the number of failed attempts, 1 or more
     * @param chance a random number from 0 to 1, which scales the jitter
     * @param wish the delay that the receiver requests, or null; at most 24 hours are honored
     */
    public Duration waitAfter(int attempts, double chance, @Nullable Duration wish) {
        Duration interval = intervals.get(Math.min(attempts, intervals.size()) - 1);
        Duration wait = interval.plusMillis((long) (interval.toMillis() * JITTER * chance));
        if (wish == null || wish.compareTo(wait) < 0) {
            return wait;
        }
        return wish.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : wish;
    }
}
