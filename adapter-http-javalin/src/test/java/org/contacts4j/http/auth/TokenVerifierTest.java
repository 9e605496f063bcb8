package org.contacts4j.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contacts4j.http.scenario.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenVerifierTest {

    private static final long NOON = Instant.parse("2026-06-03T12:00:00Z").getEpochSecond();

    private final SharedSecret secret = new SharedSecret(TestTokens.SECRET.getBytes(StandardCharsets.UTF_8));
    private long now = NOON;
    private final InstantSource time = () -> Instant.ofEpochSecond(now);
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final TokenVerifier tokens = new TokenVerifier(secret, null, null, null, clock);

    @Test
    void aRememberedTokenStillExpires() {
        String token = TestTokens.of("org_1").with("exp", NOON + 60).signed();
        assertThat(tokens.verify(token).member().value()).isEqualTo("ada");
        now = NOON + 89;
        assertThat(tokens.verify(token).member().value()).isEqualTo("ada");
        now = NOON + 90;
        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOf(InvalidToken.class)
                .hasMessage("has expired");
    }

    @Test
    void aTokenMayBeAHalfMinuteEarly() {
        String token = TestTokens.of("org_1")
                .with("nbf", NOON + 30)
                .with("exp", NOON + 90)
                .signed();
        assertThat(tokens.verify(token).member().value()).isEqualTo("ada");
        now = NOON - 1;
        assertThatThrownBy(() -> tokens.verify(token)).hasMessage("is not valid yet");
    }

    @Test
    void aTokenLivesNoLongerThanTheServerAllows() {
        TokenVerifier strict = new TokenVerifier(secret, null, null, Duration.ofHours(1), clock);
        TestTokens token = TestTokens.of("org_1").with("iat", NOON - 60).with("exp", NOON + 3540);
        assertThat(strict.verify(token.signed()).member().value()).isEqualTo("ada");
        String tooLong = token.with("exp", NOON + 3541).signed();
        assertThatThrownBy(() -> strict.verify(tooLong))
                .isInstanceOf(InvalidToken.class)
                .hasMessage("lives too long: 3600 seconds from iat to exp are the most here");
        String fromTheFuture =
                token.with("iat", NOON + 7200).with("exp", NOON + 10_800).signed();
        assertThatThrownBy(() -> strict.verify(fromTheFuture)).hasMessageStartingWith("lives too long");
        String unsaid = token.without("iat").with("exp", NOON + 3700).signed();
        assertThatThrownBy(() -> strict.verify(unsaid)).hasMessageStartingWith("lives too long");
        now = NOON + 200;
        assertThat(strict.verify(unsaid).member().value()).isEqualTo("ada");
    }

    @Test
    void anIdAndATimeOfIssueAreReadStrictly() {
        VerifiedToken token = tokens.verify(TestTokens.of("o")
                .with("exp", NOON + 60)
                .with("jti", "t-1")
                .with("iat", NOON - 0.5)
                .signed());
        assertThat(token.id()).isEqualTo("t-1");
        assertThat(token.issuedAt()).isEqualTo(Instant.ofEpochSecond(NOON - 1));
        for (TestTokens malformed : List.of(
                TestTokens.of("o").with("jti", 7),
                TestTokens.of("o").with("jti", ""),
                TestTokens.of("o").with("iat", "yesterday"),
                TestTokens.of("o").with("iat", null))) {
            assertThatThrownBy(
                            () -> tokens.verify(malformed.with("exp", NOON + 60).signed()))
                    .isInstanceOf(InvalidToken.class);
        }
    }

    @Test
    void anEndlessExpiryIsNoReasonToFail() {
        String token = TestTokens.of("org_1").with("exp", Long.MAX_VALUE).signed();
        assertThat(tokens.verify(token).hasExpired(NOON)).isFalse();
    }

    @Test
    void anEntryWithoutARoleIsAMembersWhateverTheTokensOwnRoleIs() {
        TestTokens token = TestTokens.of("org_1")
                .with("role", "admin")
                .with("orgs", List.of(Map.of("id", "org_2"), Map.of("id", "org_3", "role", "viewer")));
        assertThat(memberships(token)).containsExactly("org_1 ADMIN ALL", "org_2 MEMBER ALL", "org_3 VIEWER ALL");
        assertThat(memberships(token.without("org"))).containsExactly("org_2 MEMBER ALL", "org_3 VIEWER ALL");
    }

    @Test
    void anEntryWithoutDataSeesNoMoreThanTheTokenSays() {
        TestTokens token = TestTokens.of("org_1")
                .with("data", "assigned")
                .with("orgs", List.of(Map.of("id", "org_2"), Map.of("id", "org_3", "data", "all")));
        assertThat(memberships(token))
                .containsExactly("org_1 MEMBER ASSIGNED", "org_2 MEMBER ASSIGNED", "org_3 MEMBER ALL");
        assertThat(memberships(token.without("data")))
                .containsExactly("org_1 MEMBER ALL", "org_2 MEMBER ALL", "org_3 MEMBER ALL");
    }

    @Test
    void anOrganisationThatIsNamedTwiceCountsOnceWithTheLesserRights() {
        TestTokens twice = TestTokens.of("org_1")
                .with("role", "admin")
                .with("orgs", List.of(Map.of("id", "org_1", "role", "viewer", "data", "all")));
        assertThat(memberships(twice)).containsExactly("org_1 VIEWER ALL");
        TestTokens crosswise = TestTokens.of("org_1")
                .without("org")
                .with(
                        "orgs",
                        List.of(
                                Map.of("id", "org_1", "role", "admin", "data", "assigned"),
                                Map.of("id", "org_2", "role", "admin"),
                                Map.of("id", "org_1", "role", "member", "data", "all")));
        assertThat(memberships(crosswise)).containsExactly("org_1 MEMBER ASSIGNED", "org_2 ADMIN ALL");
    }

    static Stream<TestTokens> tokensWithMalformedMemberships() {
        TestTokens[] tokens = {
            TestTokens.of("o").with("role", "king"),
            TestTokens.of("o").with("role", ""),
            TestTokens.of("o").with("role", 1),
            TestTokens.of("o").with("role", List.of("admin")),
            TestTokens.of("o").with("role", null),
            TestTokens.of("o").with("data", "some"),
            TestTokens.of("o").with("data", true),
            TestTokens.of("o").with("data", null),
            TestTokens.of("o").with("orgs", "org_2"),
            TestTokens.of("o").with("orgs", Map.of("id", "org_2")),
            TestTokens.of("o").with("orgs", null),
            TestTokens.of("o").with("orgs", List.of("org_2")),
            TestTokens.of("o").with("orgs", List.of(Map.of("role", "admin"))),
            TestTokens.of("o").with("orgs", List.of(Map.of("id", 2))),
            TestTokens.of("o").with("orgs", List.of(Map.of("id", "org_2", "role", "owner"))),
            TestTokens.of("o").with("orgs", List.of(Map.of("id", "org_2", "role", Map.of()))),
            TestTokens.of("o").with("orgs", List.of(Map.of("id", "org_2", "data", "none"))),
            TestTokens.of("o").with("orgs", List.of(Map.of("id", "org_2", "data", 0))),
            TestTokens.of("o").with("data", "some").without("org").with("orgs", List.of(Map.of("id", "org_2"))),
        };
        return Stream.of(tokens);
    }

    @ParameterizedTest
    @MethodSource("tokensWithMalformedMemberships")
    void aMembershipThatIsNotUnderstoodIsRefusedAndNeverGuessed(TestTokens token) {
        assertThatThrownBy(() -> tokens.verify(token.with("exp", NOON + 60).signed()))
                .isInstanceOf(InvalidToken.class);
    }

    private List<String> memberships(TestTokens token) {
        return tokens.verify(token.with("exp", NOON + 60).signed()).memberships().stream()
                .map(one -> one.organization().value() + " " + one.role() + " " + one.data())
                .toList();
    }
}
