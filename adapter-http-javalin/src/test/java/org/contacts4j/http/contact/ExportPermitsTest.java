package org.contacts4j.http.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.error.Refusal;
import org.junit.jupiter.api.Test;

class ExportPermitsTest {

    private final ExportPermits permits = new ExportPermits();

    @Test
    void aMemberHasOneExportAtATime() {
        Runnable permit = permits.acquire(Caller.member("acme", "ada"));
        assertRefused("acme", "ada");
        permits.acquire(Caller.member("acme", "bo"));
        permits.acquire(Caller.member("other", "ada"));
        permit.run();
        permit.run();
        permits.acquire(Caller.member("acme", "ada"));
        assertRefused("acme", "ada");
    }

    @Test
    void anOrganizationHasHalfOfAllExports() {
        List<Runnable> ofAcme = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ofAcme.add(permits.acquire(Caller.member("acme", "m" + i)));
        }
        assertRefused("acme", "m4");
        for (int i = 0; i < 4; i++) {
            permits.acquire(Caller.member("org" + i, "ada"));
        }
        assertRefused("org4", "ada");
        ofAcme.get(0).run();
        permits.acquire(Caller.member("acme", "m4"));
        assertRefused("org4", "ada");
    }

    private void assertRefused(String organization, String member) {
        assertThatThrownBy(() -> permits.acquire(Caller.member(organization, member)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(503);
                    assertThat(refusal.headers()).containsKey("Retry-After");
                });
    }
}
