package org.contacts4j.http.scenario;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens for an administrator of an organization that a server must not accept. */
final class ForgedTokens {

    private final Map<String, String> tokens = new LinkedHashMap<>();

    ForgedTokens(RsaTokens right, String organization) throws JOSEException {
        TestTokens admin = TestTokens.of(organization).with("role", "admin");
        byte[] publicKey = right.key().toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey)
                + "\n-----END PUBLIC KEY-----\n";
        String valid = right.sign(admin);
        tokens.put("wrong signature", RsaTokens.sign(admin, RsaTokens.generate()));
        tokens.put("changed claims", changed(valid, organization));
        tokens.put(
                "algorithm none",
                Base64URL.encode("{\"alg\":\"none\"}") + "." + admin.payload().toBase64URL() + ".");
        tokens.put("confused key", signed(admin, publicKey));
        tokens.put("confused key in PEM", signed(admin, pem.getBytes(StandardCharsets.US_ASCII)));
        tokens.put(
                "expired token",
                right.sign(TestTokens.of(organization)
                        .with("role", "admin")
                        .with("exp", Instant.now().getEpochSecond() - 120)));
    }

    /** Returns the tokens by what is wrong with them. */
    Map<String, String> all() {
        return tokens;
    }

    private static String changed(String token, String organization) {
        String[] parts = token.split("\\.");
        TestTokens other = TestTokens.of(organization).with("role", "admin").with("sub", "eve");
        return parts[0] + "." + other.payload().toBase64URL() + "." + parts[2];
    }

    /** Signs with the public key as a secret, which everybody knows. */
    private static String signed(TestTokens claims, byte[] secret) throws JOSEException {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key").build();
        JWSObject token = new JWSObject(header, claims.payload());
        token.sign(new MACSigner(secret));
        return token.serialize();
    }
}
