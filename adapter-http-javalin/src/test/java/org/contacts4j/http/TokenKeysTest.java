package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.TestTokens;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeysTest {

    @TempDir
    Path folder;

    @Test
    void refusesASecretUnder32Bytes() {
        assertThatThrownBy(() -> TokenKeys.secret("x".repeat(31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The secret that signs tokens needs 32 bytes or more; this one has 31.");
    }

    @Test
    void takesRs256Es256AndEdDsa() throws Exception {
        RSAKey rsa = new RSAKeyGenerator(2048).keyID("r").generate();
        ECKey ec = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
        KeyPair ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        try (RunningApi api = server(rsa.toPublicJWK(), ec.toPublicJWK(), jwk(ed))) {
            assertThat(status(api, signed(JWSAlgorithm.RS256, "r", new RSASSASigner(rsa))))
                    .isEqualTo(200);
            assertThat(status(api, signed(JWSAlgorithm.ES256, "e", new ECDSASigner(ec))))
                    .isEqualTo(200);
            assertThat(status(api, signedEd25519(ed))).isEqualTo(200);
        }
    }

    @Test
    void refusesOtherKeysAndOtherAlgorithms() throws Exception {
        RSAKey rsa = new RSAKeyGenerator(2048).keyID("r").generate();
        RSAKey outsider = new RSAKeyGenerator(2048).keyID("r").generate();
        try (RunningApi api = server(rsa.toPublicJWK())) {
            assertThat(status(api, signed(JWSAlgorithm.RS256, "r", new RSASSASigner(outsider))))
                    .isEqualTo(401);
            assertThat(status(api, signed(JWSAlgorithm.RS512, "r", new RSASSASigner(rsa))))
                    .isEqualTo(401);
            assertThat(status(api, signed(JWSAlgorithm.RS256, "unknown", new RSASSASigner(rsa))))
                    .isEqualTo(401);
            // The public key used as an HMAC secret (algorithm confusion).
            JWSSigner confused = new MACSigner(rsa.toRSAPublicKey().getEncoded());
            assertThat(status(api, signed(JWSAlgorithm.HS256, "r", confused))).isEqualTo(401);
        }
    }

    @Test
    void saysWhatIsWrongWithAJwkSet() throws IOException {
        assertThatThrownBy(() -> TokenKeys.jwks(folder.resolve("missing.json").toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> TokenKeys.jwks(file("not json")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a JWK set");
        assertThatThrownBy(() -> TokenKeys.jwks(file("{\"keys\": []}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds no public key");
    }

    @Test
    void checksIssuerAndAudienceWhenTheyAreSet() {
        HttpSettings any = RunningApi.settings(TokenKeys.secret(TestTokens.SECRET));
        HttpSettings strict = new HttpSettings(
                any.host(),
                0,
                any.keys(),
                "https://id.example",
                "contacts",
                null,
                any.publicOrganizations(),
                any.cursorKey(),
                any.readiness(),
                "test",
                List.of(),
                null,
                DialectPorts.DEFAULT,
                false);
        TestTokens right =
                TestTokens.of("org_1").with("iss", "https://id.example").with("aud", java.util.List.of("contacts"));
        try (RunningApi api = RunningApi.over(contacts4j(), strict)) {
            assertThat(status(api, right.signed())).isEqualTo(200);
            assertThat(status(api, right.with("aud", "contacts").signed())).isEqualTo(200);
            assertThat(status(api, right.with("aud", "else").signed())).isEqualTo(401);
            assertThat(status(
                            api,
                            right.with("aud", "contacts").with("iss", "else").signed()))
                    .isEqualTo(401);
            assertThat(status(api, TestTokens.of("org_1").signed())).isEqualTo(401);
        }
    }

    private RunningApi server(JWK... keys) throws IOException {
        HttpSettings settings = RunningApi.settings(TokenKeys.jwks(file(new JWKSet(Arrays.asList(keys)).toString())));
        return RunningApi.over(contacts4j(), settings);
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("jwks.json"), content).toString();
    }

    private static Contacts4J contacts4j() {
        return Contacts4J.builder(new InMemoryStore()).build();
    }

    private static int status(RunningApi api, String token) {
        return api.anonymous().with("x-api-key", token).get("contacts").status();
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(algorithm).keyID(keyId).build();
        JWSObject token = new JWSObject(header, TestTokens.of("org_1").payload());
        token.sign(signer);
        return token.serialize();
    }

    private static OctetKeyPair jwk(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point))
                .keyID("d")
                .build();
    }

    private static String signedEd25519(KeyPair pair) throws GeneralSecurityException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.EdDSA).keyID("d").build();
        String input =
                header.toBase64URL() + "." + TestTokens.of("org_1").payload().toBase64URL();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64URL.encode(signature.sign());
    }
}
