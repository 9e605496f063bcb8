package org.contacts4j.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.contacts4j.http.server.request.RequestRate;
import org.contacts4j.http.server.request.RequestRate.Window;
import org.junit.jupiter.api.Test;

class LocalCountersTest {

    private static final RequestRate HOUR = new RequestRate(3, Window.HOUR);
    private static final RequestRate MINUTE = new RequestRate(2, Window.MINUTE);

    private final ManualClock time = new ManualClock();
    private final LocalCounters counts = new LocalCounters(new Quota("test", HOUR, MINUTE), time);

    @Test
    void beginsAMinuteAndAnHourWithTheFirstRequest() {
        QuotaStatus first = counts.count("acme");

        assertThat(first.passes()).isTrue();
        assertThat(first.limit()).isEqualTo(3);
        assertThat(first.remaining()).isEqualTo(2);
        assertThat(first.reset()).isEqualTo(time.seconds() + 3_600);
    }

    @Test
    void waitsForTheMinuteWhileTheHourHasRequestsLeft() {
        counts.count("acme");
        time.pass(Duration.ofSeconds(10));
        counts.count("acme");
        QuotaStatus refused = counts.count("acme");

        assertThat(refused.exceeded()).isEqualTo(MINUTE);
        assertThat(refused.secondsToWait()).isEqualTo(50);
        assertThat(refused.remaining()).isEqualTo(1);
        time.pass(Duration.ofSeconds(50));
        assertThat(counts.count("acme").passes()).isTrue();
    }

    @Test
    void waitsForTheHourWhenItIsUsedUp() {
        counts.count("acme");
        counts.count("acme");
        time.pass(Duration.ofMinutes(1));
        counts.count("acme");
        QuotaStatus refused = counts.count("acme");

        assertThat(refused.exceeded()).isEqualTo(HOUR);
        assertThat(refused.secondsToWait()).isEqualTo(59 * 60);
        assertThat(refused.remaining()).isZero();
        time.pass(Duration.ofMinutes(59));
        assertThat(counts.count("acme").remaining()).isEqualTo(2);
    }

    @Test
    void chargesNothingForWhatItRefuses() {
        for (int i = 0; i < 10; i++) {
            counts.count("acme");
        }
        time.pass(Duration.ofMinutes(1));

        assertThat(counts.count("acme").passes()).isTrue();
    }

    @Test
    void forgetsThoseWhoHaveEverythingLeft() {
        counts.count("acme");
        time.pass(Duration.ofMinutes(59));
        counts.count("globex");
        time.pass(Duration.ofMinutes(1));
        for (int second = 0; second < 60; second++) {
            counts.tidy();
        }

        assertThat(counts.size()).isEqualTo(1);
        assertThat(counts.count("globex").remaining()).isEqualTo(1);
    }

    /** A clock that advances only on request. */
    private static final class ManualClock implements TimeMeter {

        private long nanos = Duration.ofDays(20_000).toNanos();

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        long seconds() {
            return Duration.ofNanos(nanos).toSeconds();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
