package org.contacts4j.http.scenario;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.contacts4j.http.TokenKeys;

/**
 * Tokens that are signed with an RSA key.
 *
 * @param file the JWK set with the public key
 */
record RsaTokens(RSAKey key, Path file) {

    private static final int BITS = 2048;

    static RsaTokens create(Path folder) throws IOException, JOSEException {
        RSAKey key = generate();
        Path file = folder.resolve("jwks.json");
        Files.writeString(file, new JWKSet(key.toPublicJWK()).toString());
        return new RsaTokens(key, file);
    }

    static RSAKey generate() throws JOSEException {
        return new RSAKeyGenerator(BITS).keyID("key").generate();
    }

    /** Returns the keys of a server that accepts these tokens. */
    TokenKeys keys() {
        return TokenKeys.jwks(file.toString());
    }

    String sign(TestTokens claims) {
        return sign(claims, key);
    }

    static String sign(TestTokens claims, RSAKey key) {
        try {
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.payload());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
