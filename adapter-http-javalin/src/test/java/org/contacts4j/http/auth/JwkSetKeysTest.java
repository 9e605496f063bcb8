package org.contacts4j.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        JwkSetKeys keys = JwkSetKeys.load(published(first), () -> now);
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
        JwkSetKeys keys = JwkSetKeys.load(file.toString(), () -> now);
        Files.delete(file);
        now = Duration.ofSeconds(60).toNanos();
        assertThat(keys.verify(signedBy(second))).isFalse();
        assertThat(keys.verify(signedBy(first))).isTrue();
    }

    private String published(ECKey key) throws IOException {
        return Files.writeString(folder.resolve("jwks.json"), new JWKSet(key.toPublicJWK()).toString())
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
