package org.contacts4j.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import org.contacts4j.http.scenario.TestTokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedKeysTest {

    private static RSAKey rsa;
    private static ECKey ec;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("r").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\": \"RS256\"}",
                "{\"use\": \"sig\"}",
                "{\"key_ops\": [\"verify\"]}",
                "{\"key_ops\": [\"sign\", \"verify\"]}",
                "{\"alg\": \"RS256\", \"use\": \"sig\", \"key_ops\": [\"verify\"]}"
            })
    void aKeyThatIsMeantToVerifyDoes(String said) throws Exception {
        assertThat(set(json(rsa.toPublicJWK(), said)).verify(byRsa(), "r")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\": \"RS512\"}",
                "{\"alg\": \"PS256\"}",
                "{\"alg\": \"RSA-OAEP-256\"}",
                "{\"alg\": \"ES256\"}",
                "{\"alg\": \"none\"}",
                "{\"use\": \"enc\"}",
                "{\"use\": \"tls\"}",
                "{\"key_ops\": [\"encrypt\"]}",
                "{\"key_ops\": [\"sign\"]}",
                "{\"key_ops\": []}",
                "{\"key_ops\": [\"of our own\"]}",
                "{\"alg\": \"RS512\", \"use\": \"sig\", \"key_ops\": [\"verify\"]}"
            })
    void aKeyThatIsMeantForSomethingElseVerifiesNothing(String said) throws Exception {
        PublishedKeys keys = set(json(rsa.toPublicJWK(), said), json(ec.toPublicJWK(), "{}"));
        assertThat(keys.verify(byRsa(), "r")).isFalse();
        assertThat(keys.verify(byRsa(), null)).isFalse();
        assertThat(keys.verify(byEc(), "e")).as("the other key").isTrue();
    }

    @Test
    void aKeyForEdDsaIsHeldToItsAlgorithmToo() throws Exception {
        String point = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"; // RFC 8037, appendix A.2
        JWK pair = JWK.parse("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"alg\":\"EdDSA\",\"x\":\"" + point + "\"}");
        assertThat(PublicJwk.of(pair)).isNotNull();
        assertThat(PublicJwk.of(JWK.parse(Map.of("kty", "OKP", "crv", "Ed25519", "alg", "ES256", "x", point))))
                .isNull();
    }

    @Test
    void aSymmetricKeyVerifiesNothing() throws Exception {
        OctetSequenceKey secret = new OctetSequenceKeyGenerator(256).keyID("s").generate();
        PublishedKeys keys = set(json(secret, "{}"), json(ec.toPublicJWK(), "{}"));
        assertThat(keys.verify(signed(JWSAlgorithm.HS256, "s", new MACSigner(secret)), "s"))
                .isFalse();
        assertThat(keys.keys()).hasSize(1);
    }

    @Test
    void aPrivateKeyThatIsPublishedVerifiesNothing() throws Exception {
        PublishedKeys keys = set(json(rsa, "{}"), json(ec.toPublicJWK(), "{}"));
        assertThat(keys.verify(byRsa(), "r")).isFalse();
        assertThat(keys.verify(byEc(), "e")).isTrue();
    }

    @Test
    void keysWithTheSameIdAreAllTried() throws Exception {
        RSAKey other = new RSAKeyGenerator(2048).keyID("r").generate();
        JWK sameIdOtherKind = new ECKey.Builder(ec.toPublicJWK()).keyID("r").build();
        PublishedKeys keys =
                set(json(other.toPublicJWK(), "{}"), json(sameIdOtherKind, "{}"), json(rsa.toPublicJWK(), "{}"));
        assertThat(keys.verify(byRsa(), "r")).isTrue();
        assertThat(keys.verify(signed(JWSAlgorithm.RS256, "r", new RSASSASigner(other)), "r"))
                .isTrue();
        assertThat(keys.verify(signed(JWSAlgorithm.ES256, "r", new ECDSASigner(ec)), "r"))
                .isTrue();
    }

    @Test
    void aKeyThatIsNotUnderstoodDoesNotSpoilTheOthers() throws Exception {
        PublishedKeys keys = set(
                "{\"kty\": \"lattice\", \"kid\": \"1\"}",
                "{\"kty\": \"RSA\", \"n\": 5}",
                "{\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"AQ\", \"y\": \"AQ\"}",
                "{}",
                "null",
                "\"key\"",
                json(rsa.toPublicJWK(), "{}"));
        assertThat(keys.verify(byRsa(), "r")).isTrue();
        assertThat(keys.keys()).hasSize(1);
    }

    private static PublishedKeys set(String... members) throws ParseException {
        return PublishedKeys.of("{\"keys\": [" + String.join(",", members) + "]}", new JwkSetSource("keys.json"));
    }

    /** Returns the key as JSON, with additional members. */
    private static String json(JWK key, String added) throws ParseException {
        Map<String, Object> members = key.toJSONObject();
        members.putAll(JSONObjectUtils.parse(added));
        return JSONObjectUtils.toJSONString(members);
    }

    private static JWSObject byRsa() throws JOSEException {
        return signed(JWSAlgorithm.RS256, "r", new RSASSASigner(rsa));
    }

    private static JWSObject byEc() throws JOSEException {
        return signed(JWSAlgorithm.ES256, "e", new ECDSASigner(ec));
    }

    private static JWSObject signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer) throws JOSEException {
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(algorithm).keyID(keyId).build(),
                TestTokens.of("org_1").payload());
        token.sign(signer);
        return token;
    }
}
