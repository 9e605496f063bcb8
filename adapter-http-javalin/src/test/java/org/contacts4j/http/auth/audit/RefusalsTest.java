package org.contacts4j.http.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.auth.audit.Refusals.Refused;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Caller ADA = Caller.member("acme", "ada");
    private static final Caller BO = Caller.member("acme", "bo");

    private final Refusals refusals = new Refusals();

    @Test
    void theFirstIsDueAtOnceAndAFloodOnceAMinute() {
        add(ADA, "FORBIDDEN", 1);
        assertThat(refusals.due(NOON)).containsExactly(new Refused(ADA, "FORBIDDEN", 1));
        add(ADA, "FORBIDDEN", 1_000);
        assertThat(refusals.due(NOON.plusSeconds(59))).isEmpty();
        assertThat(refusals.due(NOON.plusSeconds(60))).containsExactly(new Refused(ADA, "FORBIDDEN", 1_000));
        assertThat(refusals.due(NOON.plusSeconds(120))).isEmpty();
        add(ADA, "FORBIDDEN", 1);
        assertThat(refusals.due(NOON.plusSeconds(121))).hasSize(1);
    }

    @Test
    void callersAndCodesAreCountedSeparately() {
        add(ADA, "FORBIDDEN", 2);
        add(ADA, "UNAUTHORIZED", 3);
        add(BO, "FORBIDDEN", 4);
        assertThat(refusals.due(NOON))
                .containsExactlyInAnyOrder(
                        new Refused(ADA, "FORBIDDEN", 2),
                        new Refused(ADA, "UNAUTHORIZED", 3),
                        new Refused(BO, "FORBIDDEN", 4));
    }

    @Test
    void theirNumberIsBounded() {
        IntStream.range(0, 20_000).forEach(i -> add(Caller.member("acme", "m" + i), "FORBIDDEN", 1));
        List<Refused> all = refusals.all();
        assertThat(all).hasSize(10_000);
        assertThat(refusals.all()).isEmpty();
    }

    private void add(Caller caller, String code, int times) {
        IntStream.range(0, times).forEach(i -> refusals.add(new Refused(caller, code, 1)));
    }
}
