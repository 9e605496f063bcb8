package org.contacts4j.contract.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.application.WorkerContexts.workerOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.access.TokenRevocationService;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestClock;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.access.ApiKeyId;
import org.contacts4j.domain.access.RevokedTokens;
import org.contacts4j.domain.access.TokenRevocation;
import org.contacts4j.domain.access.TokenRevocationId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.junit.jupiter.api.Test;

/** Contract tests of the revocation of tokens. */
public interface TokenRevocationsContract {

    MemberId BO = new MemberId("bo");

    /** Returns the store under test. */
    Store store();

    @Test
    default void refusesTheTokensOfASubjectThatWereIssuedBefore() {
        TestOrganization home = TestOrganization.in(store());
        TestClock clock = new TestClock();
        Contacts4J contacts4j = at(clock);
        contacts4j.tokenRevocations().revokeSubject(home.admin(), BO);
        RevokedTokens revoked = contacts4j.tokenRevocations().revoked(home.id());
        assertThat(revoked.contain(BO, null, clock.instant().minusMillis(1))).isTrue();
        assertThat(revoked.contain(BO, "t-1", null)).isTrue();
        assertThat(revoked.contain(BO, null, clock.instant())).isFalse();
        assertThat(revoked.contain(new MemberId("Bo"), null, null)).isFalse();
        assertThat(contacts4j
                        .tokenRevocations()
                        .revoked(TestOrganization.in(store()).id())
                        .contain(BO, null, null))
                .isFalse();
    }

    @Test
    default void refusesATokenByItsId() {
        TestOrganization home = TestOrganization.in(store());
        TokenRevocationService revocations = home.contacts4j().tokenRevocations();
        TokenRevocation revocation = revocations.revokeToken(home.admin(), "O'Brien 100% 😀");
        RevokedTokens revoked = revocations.revoked(home.id());
        assertThat(revoked.contain(BO, "O'Brien 100% 😀", Instant.MAX)).isTrue();
        assertThat(revoked.contain(BO, "o'brien 100% 😀", Instant.MAX)).isFalse();
        assertThat(revoked.contain(BO, null, Instant.MAX)).isFalse();
        revocations.remove(home.admin(), revocation.id());
        assertThat(revocations.revoked(home.id()).contain(BO, "O'Brien 100% 😀", Instant.MAX))
                .isFalse();
    }

    @Test
    default void listsTheNewestFirstAndOneForEachSubjectAndToken() {
        TestOrganization home = TestOrganization.in(store());
        TestClock clock = new TestClock();
        TokenRevocationService revocations = at(clock).tokenRevocations();
        revocations.revokeSubject(home.admin(), BO);
        clock.pass(Duration.ofSeconds(1));
        TokenRevocation token = revocations.revokeToken(home.admin(), "bo");
        clock.pass(Duration.ofSeconds(1));
        TokenRevocation again = revocations.revokeSubject(home.admin(), BO);
        assertThat(revocations.list(home.admin(), Slice.first(9)).items()).containsExactly(again, token);
        assertThat(revocations.list(home.admin(), Slice.first(1)).total()).isEqualTo(Total.exact(2));
        assertThat(revocations
                        .revoked(home.id())
                        .contain(BO, null, again.revokedAt().minusMillis(1)))
                .isTrue();
    }

    @Test
    default void deletesARevocationWhenNoTokenItRefusesCanLiveAnyMore() {
        TestOrganization home = TestOrganization.in(store());
        TestClock clock = new TestClock();
        Contacts4J contacts4j = at(clock);
        contacts4j.tokenRevocations().revokeSubject(home.admin(), BO);
        Runnable purge = () -> workerOf(contacts4j).revocationPurge().run(Duration.ofDays(1), () -> {});
        clock.pass(Duration.ofHours(25));
        purge.run();
        assertThat(contacts4j.tokenRevocations().revoked(home.id()).contain(BO, null, null))
                .isTrue();
        clock.pass(Duration.ofMillis(1));
        purge.run();
        assertThat(contacts4j.tokenRevocations().revoked(home.id()).contain(BO, null, null))
                .isFalse();
    }

    @Test
    default void isForAdministratorsWhoSeeEverything() {
        TestOrganization home = TestOrganization.in(store());
        TokenRevocationService revocations = home.contacts4j().tokenRevocations();
        TokenRevocation revocation = revocations.revokeToken(home.admin(), "t-1");
        for (Caller other : List.of(home.ada(), home.viewer(), home.restrictedAdmin())) {
            assertThatThrownBy(() -> revocations.revokeSubject(other, BO))
                    .isInstanceOf(ContactsFailure.Forbidden.class);
            assertThatThrownBy(() -> revocations.revokeToken(other, "t-1"))
                    .isInstanceOf(ContactsFailure.Forbidden.class);
            assertThatThrownBy(() -> revocations.list(other, Slice.first(1)))
                    .isInstanceOf(ContactsFailure.Forbidden.class);
            assertThatThrownBy(() -> revocations.remove(other, revocation.id()))
                    .isInstanceOf(ContactsFailure.Forbidden.class);
        }
        Caller outsider = TestOrganization.in(store()).admin();
        assertThat(revocations.list(outsider, Slice.first(1)).items()).isEmpty();
        assertThatThrownBy(() -> revocations.remove(outsider, revocation.id()))
                .isInstanceOf(ContactsFailure.NotFound.class);
    }

    @Test
    default void refusesWhatIsNoTokenAndOneRevocationTooMany() {
        TestOrganization home = TestOrganization.in(store());
        TokenRevocationService revocations = home.contacts4j().tokenRevocations();
        for (String id : List.of("", " ", "a\u0000", "x".repeat(256))) {
            assertThatThrownBy(() -> revocations.revokeToken(home.admin(), id))
                    .isInstanceOf(ContactsFailure.Invalid.class);
        }
        MemberId key = new ApiKeyId(UUID.randomUUID()).member();
        assertThatThrownBy(() -> revocations.revokeSubject(home.admin(), key))
                .isInstanceOf(ContactsFailure.Invalid.class);
        home.write(tx -> IntStream.range(0, TokenRevocation.MAX_REVOCATIONS)
                .forEach(i -> tx.tokenRevocations()
                        .insert(
                                home.id(),
                                new TokenRevocation(
                                        new TokenRevocationId(new UUID(1, i)), null, "t" + i, Instant.EPOCH, BO))));
        assertThatThrownBy(() -> revocations.revokeToken(home.admin(), "one more"))
                .isInstanceOf(ContactsFailure.Invalid.class);
        assertThat(revocations.revokeToken(home.admin(), "t7").tokenId()).isEqualTo("t7");
    }

    private Contacts4J at(TestClock clock) {
        return Contacts4J.builder(store()).clock(clock).build();
    }
}
