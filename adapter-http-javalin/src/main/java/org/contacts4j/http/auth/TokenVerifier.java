package org.contacts4j.http.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens. Since signatures are expensive, a valid token is cached by its hash until it expires or the keys
 * change.
 */
public final class TokenVerifier {

    private final SignatureKeys keys;
    private final @Nullable String issuer;
    private final @Nullable String audience;
    private final @Nullable Duration maxLifetime;
    private final Clock clock;
    private final Cache<ByteBuffer, CachedToken> cached =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /**
     * Creates a verifier.
     *
     * @param issuer the required issuer; null accepts any
     * @param audience the required audience; null accepts any
     * @param maxLifetime the maximum time from the issue of a token to its expiry; null accepts any
     */
    public TokenVerifier(
            SignatureKeys keys,
            @Nullable String issuer,
            @Nullable String audience,
            @Nullable Duration maxLifetime,
            Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
        this.maxLifetime = maxLifetime;
        this.clock = clock;
    }

    /**
     * Verifies a token in compact form.
     *
     * @throws InvalidToken when the token is not valid
     */
    VerifiedToken verify(String compact) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(compact));
        Object edition = keys.edition();
        @Nullable CachedToken known = cached.getIfPresent(hash);
        if (known != null && known.edition == edition) {
            checkTime(known.token);
            return known.token;
        }
        VerifiedToken token = check(compact);
        checkTime(token);
        cached.put(hash, new CachedToken(token, edition));
        return token;
    }

    private VerifiedToken check(String compact) {
        JWSObject jws = parse(compact);
        checkHeader(jws.getHeader());
        if (!keys.verify(jws)) {
            throw new InvalidToken("is not signed by a key that is trusted here");
        }
        @Nullable Map<String, Object> payload = jws.getPayload().toJSONObject();
        if (payload == null) {
            throw new InvalidToken("has no claims");
        }
        Claims claims = new Claims(payload);
        claims.mustBe(issuer, audience);
        return claims.toToken();
    }

    private void checkTime(VerifiedToken token) {
        long now = clock.instant().getEpochSecond();
        if (token.hasExpired(now)) {
            throw new InvalidToken("has expired", token);
        }
        if (token.isTooEarly(now)) {
            throw new InvalidToken("is not valid yet", token);
        }
        if (maxLifetime != null && token.livesLongerThan(maxLifetime, now)) {
            throw new InvalidToken(
                    "lives too long: " + maxLifetime.toSeconds() + " seconds from iat to exp are the most here", token);
        }
    }

    private static JWSObject parse(String compact) {
        try {
            return JWSObject.parse(compact);
        } catch (ParseException | IllegalArgumentException e) {
            throw new InvalidToken("is not a signed JWT");
        }
    }

    /** Rejects a token that supplies its own key, or has extensions that must be understood. */
    private static void checkHeader(JWSHeader header) {
        boolean bringsItsKey = header.getJWK() != null
                || header.getJWKURL() != null
                || header.getX509CertURL() != null
                || header.getX509CertChain() != null;
        if (bringsItsKey || header.getCriticalParams() != null) {
            throw new InvalidToken("brings a key or an extension of its own");
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A cached token and the keys that verified it. */
    private record CachedToken(VerifiedToken token, Object edition) {}
}
