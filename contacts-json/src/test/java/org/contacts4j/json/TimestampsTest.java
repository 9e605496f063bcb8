package org.contacts4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimestampsTest {

    @Test
    void areAlwaysOfOneWidth() {
        assertThat(Timestamps.of(Instant.parse("2026-06-03T10:15:30Z"))).isEqualTo("2026-06-03T10:15:30.000Z");
        assertThat(Timestamps.of(Instant.parse("1999-12-31T23:59:59.987654Z"))).isEqualTo("1999-12-31T23:59:59.987Z");
        assertThat(Timestamps.of(Instant.parse("0001-01-01T00:00:00.001Z"))).isEqualTo("0001-01-01T00:00:00.001Z");
    }
}
