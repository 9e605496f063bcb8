package org.contacts4j.jdbi.replica;

import static org.assertj.core.api.Assertions.assertThat;

import org.contacts4j.domain.organization.ReadPosition;
import org.junit.jupiter.api.Test;

final class ReplicationLagTest {

    private final ReplicationLag lag = new ReplicationLag();

    @Test
    void isUnknownUntilTheReplicaReachesAPosition() {
        lag.primaryAt(100, at(7));
        assertThat(lag.completeUntil(at(6))).isEmpty();
        assertThat(lag.completeUntil(at(7))).hasValue(100);
    }

    @Test
    void isMeasuredFromTheLatestReachedPosition() {
        lag.primaryAt(100, at(1));
        lag.primaryAt(200, at(2));
        lag.primaryAt(300, at(3));
        assertThat(lag.completeUntil(at(2))).hasValue(200);
        assertThat(lag.completeUntil(at(2))).hasValue(200);
        assertThat(lag.completeUntil(at(9))).hasValue(300);
    }

    @Test
    void isZeroWhileThePrimaryIsIdle() {
        lag.primaryAt(100, at(1));
        lag.primaryAt(200, at(1));
        assertThat(lag.completeUntil(at(1))).hasValue(200);
    }

    @Test
    void retainsABoundedNumberOfPositionsOfAReplicaThatStandsStill() {
        for (int i = 1; i <= 5_000; i++) {
            lag.primaryAt(i, at(i));
        }
        assertThat(lag.completeUntil(at(10))).hasValue(10);
        assertThat(lag.completeUntil(at(4_999))).hasValue(999);
        assertThat(lag.completeUntil(at(5_000))).hasValue(5_000);
    }

    private static ReadPosition at(long value) {
        return new ReadPosition(value);
    }
}
