package org.contacts4j.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.contacts4j.application.background.TaskHealth;
import org.contacts4j.http.auth.JwkSetKeys;
import org.contacts4j.http.auth.SharedSecret;
import org.contacts4j.http.auth.SignatureKeys;

/** The keys that verify tokens. They fix the algorithm family; a token cannot choose it. */
public final class TokenKeys {

    private static final int MIN_SECRET_BYTES = 32;

    private final SignatureKeys signatures;

    private TokenKeys(SignatureKeys signatures) {
        this.signatures = signatures;
    }

    /**
     * Returns keys for tokens signed with HS256 and this secret.
     *
     * @throws IllegalArgumentException when the secret has fewer than 32 bytes in UTF-8
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
     * Returns keys for tokens signed with RS256, ES256 or EdDSA (Ed25519) and a key of this JWK set.
     *
     * <p>The set is read immediately and every five minutes while it is in use. It is also read when a token names an
     * unknown key, at most once a minute.
     *
     * @param pathOrUrl a file, or an http or https URL
     * @throws IllegalArgumentException when the set cannot be read or contains no such key
     */
    public static TokenKeys jwks(String pathOrUrl) {
        return new TokenKeys(JwkSetKeys.load(pathOrUrl));
    }

    /** Returns the location of a JWK set with the password that it may contain masked. */
    public static String masked(String pathOrUrl) {
        return JwkSetKeys.masked(pathOrUrl);
    }

    /** Returns the health of the refresh of the JWK set; empty for a secret, which is never refreshed. */
    Optional<TaskHealth> health() {
        return signatures instanceof JwkSetKeys jwks ? Optional.of(jwks.health()) : Optional.empty();
    }

    SignatureKeys signatures() {
        return signatures;
    }
}
