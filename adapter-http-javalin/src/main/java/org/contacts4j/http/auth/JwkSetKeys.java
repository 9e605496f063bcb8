package org.contacts4j.http.auth;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The public keys of a JWK set (RFC 7517), read again when a token names a key that is not among them. */
public final class JwkSetKeys implements SignatureKeys {

    private static final Logger LOG = LoggerFactory.getLogger(JwkSetKeys.class);
    private static final long REFRESH_NANOS = 60_000_000_000L;

    private final JwkSetSource source;
    private final LongSupplier nanoTime;
    private final AtomicLong refreshedAt;
    private volatile List<PublicJwk> keys;

    private JwkSetKeys(JwkSetSource source, List<PublicJwk> keys, LongSupplier nanoTime) {
        this.source = source;
        this.keys = keys;
        this.nanoTime = nanoTime;
        this.refreshedAt = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * Reads the set.
     *
     * @param pathOrUrl a file, or an http or https URL
     * @throws IllegalArgumentException when it cannot be read or holds no key that can be used
     */
    public static JwkSetKeys load(String pathOrUrl) {
        return load(pathOrUrl, System::nanoTime);
    }

    static JwkSetKeys load(String pathOrUrl, LongSupplier nanoTime) {
        JwkSetSource source = new JwkSetSource(pathOrUrl);
        try {
            List<PublicJwk> keys = usable(source);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("The JWK set " + pathOrUrl
                        + " holds no public key for RS256 (2048 bits or more), ES256 or EdDSA (Ed25519).");
            }
            return new JwkSetKeys(source, keys, nanoTime);
        } catch (IOException e) {
            throw new IllegalArgumentException("The JWK set " + pathOrUrl + " cannot be read.", e);
        } catch (ParseException e) {
            throw new IllegalArgumentException("The file or page " + pathOrUrl + " is not a JWK set.", e);
        }
    }

    @Override
    public boolean verify(JWSObject token) {
        @Nullable String keyId = token.getHeader().getKeyID();
        if (keyId != null && keys.stream().noneMatch(key -> key.isNamed(keyId))) {
            refresh();
        }
        return keys.stream().anyMatch(key -> (keyId == null || key.isNamed(keyId)) && key.verifies(token));
    }

    /** A set that cannot be read now leaves the keys as they are. */
    private void refresh() {
        long last = refreshedAt.get();
        long now = nanoTime.getAsLong();
        if (now - last < REFRESH_NANOS || !refreshedAt.compareAndSet(last, now)) {
            return;
        }
        try {
            keys = usable(source);
        } catch (IOException | ParseException e) {
            LOG.warn("The JWK set {} could not be read again; the keys stay as they are.", source, e);
        }
    }

    private static List<PublicJwk> usable(JwkSetSource source) throws IOException, ParseException {
        Stream<JWK> all = JWKSet.parse(source.read()).getKeys().stream();
        return all.map(PublicJwk::of).filter(Objects::nonNull).toList();
    }
}
