package org.contacts4j.application;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A generator of UUID version 7 ids (RFC 9562 section 5.7). Ids sort by creation time. Within one process the order is
 * strict: ids of the same millisecond count up in the twelve bits after it (section 6.2, method 1).
 */
public final class TimeOrderedIds implements Ids {

    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final RandomGenerator random;
    private long last;

    /** Creates a generator. Pass a {@code SecureRandom} where ids must not be guessable. */
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
