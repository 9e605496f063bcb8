package org.contacts4j.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.contacts4j.application.background.TaskHealth;
import org.contacts4j.http.auth.JwkSetKeys;
import org.contacts4j.http.auth.SharedSecret;
import org.contacts4j.http.auth.SignatureKeys;

/** Which keys verify tokens: one algorithm family, never one that the token itself chooses. */
public final class TokenKeys {

    private static final int MIN_SECRET_BYTES = 32;

    private final SignatureKeys signatures;

    private TokenKeys(SignatureKeys signatures) {
        this.signatures = signatures;
    }

    /**
     * Tokens signed with HS256 and this secret.
     *
     * @throws IllegalArgumentException when the secret has less than 32 bytes in UTF-8
     */
    public static TokenKeys secret(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException("The secret that signs tokens needs " + MIN_SECRET_BYTES
                    + " bytes or more; this one has " + bytes.length + ".");
        }
        return new TokenKeys(new SharedSecret(bytes));
    }

    /**
     * Tokens signed with RS256, ES256 or EdDSA (Ed25519) and a key of this JWK set. The set is read now, again when a
     * token names a key that is not in it, though not more than once a minute, and every five minutes while it is in use.
     *
     * @param pathOrUrl a file, or an http or https URL
     * @throws IllegalArgumentException when the set cannot be read or holds no such key
     */
    public static TokenKeys jwks(String pathOrUrl) {
        return new TokenKeys(JwkSetKeys.load(pathOrUrl));
    }

    /** How reading the set again goes; empty for a secret, which is never read again. */
    Optional<TaskHealth> health() {
        return signatures instanceof JwkSetKeys jwks ? Optional.of(jwks.health()) : Optional.empty();
    }

    SignatureKeys signatures() {
        return signatures;
    }
}
