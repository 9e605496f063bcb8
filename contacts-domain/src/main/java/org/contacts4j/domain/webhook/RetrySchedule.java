package org.contacts4j.domain.webhook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after each failed attempt. Behind the last interval it goes on in steps of that one, until a message has
 * been tried for {@link Delivery#PATIENCE}.
 *
 * @param intervals one at least
 */
public record RetrySchedule(List<Duration> intervals) {

    /** 5 s, 5 m, 30 m, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h. */
    public static final RetrySchedule USUAL = new RetrySchedule(List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    /** The longest that a receiver's wish is followed. */
    static final Duration LONGEST_WISH = Duration.ofHours(24);

    private static final double JITTER = 0.1;

    public RetrySchedule {
        intervals = List.copyOf(intervals);
        if (intervals.isEmpty()) {
            throw new IllegalArgumentException("a schedule has an interval at least");
        }
    }

    /**
     * How long to wait after so many failed attempts: up to a tenth longer than the interval, so that what failed together
     * does not come back together; and as long as the receiver wishes, if that is longer.
     *
     * @param attempts 1 or more
     * @param chance from 0 to 1
     */
    public Duration waitAfter(int attempts, double chance, @Nullable Duration wish) {
        Duration interval = intervals.get(Math.min(attempts, intervals.size()) - 1);
        Duration wait = interval.plusMillis((long) (interval.toMillis() * JITTER * chance));
        if (wish == null || wish.compareTo(wait) < 0) {
            return wait;
        }
        return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }
}
