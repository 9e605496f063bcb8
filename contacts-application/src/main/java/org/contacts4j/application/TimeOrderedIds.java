package org.contacts4j.application;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Ids of UUID version 7 (RFC 9562 section 5.7): they sort by the time they were made, and within one process strictly
 * so, since ids of the same millisecond count up in the twelve bits after it (section 6.2, method 1).
 */
public final class TimeOrderedIds implements Ids {

    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final RandomGenerator random;
    private long last;

    /** Ids for this clock and source of randomness; where ids must not be guessed, a {@code SecureRandom}. */
    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long ticks = tick();
        long millis = ticks >>> COUNTER_BITS;
        long counter = ticks & ((1L << COUNTER_BITS) - 1);
        return new UUID(millis << 16 | 0x7000 | counter, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }

    private synchronized long tick() {
        last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
        return last;
    }
}
