package org.contacts4j.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.contacts4j.http.scenario.TestTokens;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final long NOON = Instant.parse("2026-06-03T12:00:00Z").getEpochSecond();

    private final SharedSecret secret = new SharedSecret(TestTokens.SECRET.getBytes(StandardCharsets.UTF_8));
    private long now = NOON;
    private final InstantSource time = () -> Instant.ofEpochSecond(now);
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final Tokens tokens = new Tokens(secret, null, null, clock);

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
    void anEndlessExpiryIsNoReasonToFail() {
        String token = TestTokens.of("org_1").with("exp", Long.MAX_VALUE).signed();
        assertThat(tokens.verify(token).hasExpired(NOON)).isFalse();
    }
}
