package org.contacts4j.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.contacts4j.http.scenario.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JwkSetKeysTest {

    @TempDir
    Path folder;

    private long now;

    @Test
    void readsTheSetAgainForAnUnknownKeyButNotMoreThanOnceAMinute() throws Exception {
        ECKey first = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        ECKey second = new ECKeyGenerator(Curve.P_256).keyID("2").generate();
        JwkSetKeys keys = JwkSetKeys.load(published(first), () -> now, Runnable::run);
        published(second);
        assertThat(keys.verify(signedBy(second))).isFalse();
        now = Duration.ofSeconds(60).toNanos();
        assertThat(keys.verify(signedBy(second))).isTrue();
        assertThat(keys.verify(signedBy(first))).isFalse();
    }

    @Test
    void keepsItsKeysWhenTheSetCannotBeReadAgain() throws Exception {
        ECKey first = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        ECKey second = new ECKeyGenerator(Curve.P_256).keyID("2").generate();
        Path file = Path.of(published(first));
        JwkSetKeys keys = JwkSetKeys.load(file.toString(), () -> now, Runnable::run);
        Files.delete(file);
        now = Duration.ofSeconds(60).toNanos();
        assertThat(keys.verify(signedBy(second))).isFalse();
        assertThat(keys.verify(signedBy(first))).isTrue();
    }

    @Test
    void aWithdrawnKeyIsForgottenWithinMinutesAndSoAreItsTokens() throws Exception {
        ECKey first = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        ECKey second = new ECKeyGenerator(Curve.P_256).keyID("2").generate();
        TokenVerifier tokens = tokensOf(JwkSetKeys.load(published(first, second), () -> now, Runnable::run));
        String ofFirst = signedBy(first).serialize();
        String ofSecond = signedBy(second).serialize();
        assertThat(tokens.verify(ofFirst).member().value()).isEqualTo("ada");
        published(second);
        now = Duration.ofMinutes(5).toNanos() - 1;
        assertThat(tokens.verify(ofFirst).member().value()).isEqualTo("ada");
        now = Duration.ofMinutes(5).toNanos();
        assertThatThrownBy(() -> tokens.verify(ofFirst)).hasMessage("is not signed by a key that is trusted here");
        assertThat(tokens.verify(ofSecond).member().value()).isEqualTo("ada");
    }

    @Test
    void aNewKeyMakesTheTokensOfTheOldOneCountNoMore() throws Exception {
        ECKey first = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        ECKey second = new ECKeyGenerator(Curve.P_256).keyID("2").generate();
        TokenVerifier tokens = tokensOf(JwkSetKeys.load(published(first), () -> now, Runnable::run));
        String ofFirst = signedBy(first).serialize();
        assertThat(tokens.verify(ofFirst).member().value()).isEqualTo("ada");
        published(second);
        now = Duration.ofMinutes(1).toNanos();
        assertThat(tokens.verify(signedBy(second).serialize()).member().value()).isEqualTo("ada");
        assertThatThrownBy(() -> tokens.verify(ofFirst)).isInstanceOf(InvalidToken.class);
    }

    @Test
    void nobodyWaitsForTheSetToBeReadAgain() throws Exception {
        ECKey first = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        ECKey second = new ECKeyGenerator(Curve.P_256).keyID("2").generate();
        List<Runnable> waiting = new ArrayList<>();
        JwkSetKeys keys = JwkSetKeys.load(published(first), () -> now, waiting::add);
        Object edition = keys.edition();
        published(second);
        now = Duration.ofMinutes(5).toNanos();
        assertThat(keys.edition()).isSameAs(edition);
        assertThat(keys.edition()).isSameAs(edition);
        assertThat(waiting).hasSize(1);
        waiting.get(0).run();
        assertThat(keys.edition()).isNotSameAs(edition);
    }

    @Test
    void readingTheSameSetAgainForgetsNothing() throws Exception {
        ECKey first = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        JwkSetKeys keys = JwkSetKeys.load(published(first), () -> now, Runnable::run);
        Object edition = keys.edition();
        now = Duration.ofMinutes(5).toNanos();
        assertThat(keys.edition()).isSameAs(edition);
    }

    private static TokenVerifier tokensOf(JwkSetKeys keys) {
        return new TokenVerifier(keys, null, null, null, Clock.systemUTC());
    }

    private String published(ECKey... keys) throws IOException {
        List<JWK> set = Arrays.stream(keys).<JWK>map(ECKey::toPublicJWK).toList();
        return Files.writeString(folder.resolve("jwks.json"), new JWKSet(set).toString())
                .toString();
    }

    private static JWSObject signedBy(ECKey key) throws JOSEException {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        JWSObject token = new JWSObject(header, TestTokens.of("org_1").payload());
        token.sign(new ECDSASigner(key));
        return token;
    }
}
