package org.contacts4j.http.server.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendRateTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final SendRate rate = new SendRate();

    @Test
    void aClientThatReceivesAFewBytesASecondIsTooSlow() {
        boolean tooSlow = false;
        for (int second = 0; second < 31; second++) {
            rate.startWaiting(second * SECOND);
            tooSlow |= rate.isTooSlow((second + 1) * SECOND);
            rate.add(1_000);
        }
        assertThat(tooSlow).isTrue();
    }

    @Test
    void aClientThatReceivesEnoughIsNot() {
        for (int second = 0; second < 300; second++) {
            rate.startWaiting(second * SECOND);
            assertThat(rate.isTooSlow((second + 1) * SECOND)).isFalse();
            rate.add(10_000);
        }
    }

    @Test
    void timeInWhichTheServerReadsDoesNotCount() {
        rate.startWaiting(0);
        assertThat(rate.isTooSlow(SECOND)).isFalse();
        assertThat(rate.isTooSlow(1_000 * SECOND)).isFalse();
    }
}
