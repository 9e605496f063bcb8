package org.contacts4j.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TimeOrderedIdsTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    void carriesVersionVariantAndTime() {
        UUID id = new TimeOrderedIds(Clock.fixed(NOON, ZoneOffset.UTC), new Random(1)).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void countsUpWithinOneMillisecondAndBeyondItsCounter() {
        Ids ids = new TimeOrderedIds(Clock.fixed(NOON, ZoneOffset.UTC), new Random(1));
        assertStrictlyIncreasing(ids, 10_000);
    }

    @Test
    void countsUpWhileTheClockIsSetBack() {
        AtomicLong millis = new AtomicLong(NOON.toEpochMilli());
        Ids ids = new TimeOrderedIds(new BackwardClock(millis), new Random(1));
        assertStrictlyIncreasing(ids, 10_000);
    }

    private static void assertStrictlyIncreasing(Ids ids, int count) {
        List<String> made =
                Stream.generate(ids::next).limit(count).map(UUID::toString).toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made).allMatch(id -> UUID.fromString(id).version() == 7);
    }

    /** A clock that goes back by one millisecond with each read. */
    private static final class BackwardClock extends Clock {

        private final AtomicLong millis;

        BackwardClock(AtomicLong millis) {
            this.millis = millis;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.getAndDecrement());
        }
    }
}
