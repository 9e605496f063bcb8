package org.contacts4j.http.auth;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of a JWK set (RFC 7517). It is read again when a token names a key that is not among them, so that new
 * keys are known at once, and while it is asked every few minutes, so that withdrawn ones are forgotten.
 */
public final class JwkSetKeys implements SignatureKeys {

    private static final Logger LOG = LoggerFactory.getLogger(JwkSetKeys.class);
    private static final long SOONEST = Duration.ofMinutes(1).toNanos();
    private static final long LATEST = Duration.ofMinutes(5).toNanos();

    private final JwkSetSource source;
    private final LongSupplier nanoTime;
    private final Executor background;
    private final AtomicLong readAt;
    private volatile Published published;

    private JwkSetKeys(JwkSetSource source, Published published, LongSupplier nanoTime, Executor background) {
        this.source = source;
        this.published = published;
        this.nanoTime = nanoTime;
        this.background = background;
        this.readAt = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * Reads the set.
     *
     * @param pathOrUrl a file, or an http or https URL
     * @throws IllegalArgumentException when it cannot be read or holds no key that can be used
     */
    public static JwkSetKeys load(String pathOrUrl) {
        return load(pathOrUrl, System::nanoTime, ForkJoinPool.commonPool());
    }

    static JwkSetKeys load(String pathOrUrl, LongSupplier nanoTime, Executor background) {
        JwkSetSource source = new JwkSetSource(pathOrUrl);
        try {
            Published published = Published.read(source);
            if (published.keys.isEmpty()) {
                throw new IllegalArgumentException("The JWK set " + pathOrUrl
                        + " holds no public key for RS256 (2048 bits or more), ES256 or EdDSA (Ed25519).");
            }
            return new JwkSetKeys(source, published, nanoTime, background);
        } catch (IOException e) {
            throw new IllegalArgumentException("The JWK set " + pathOrUrl + " cannot be read.", e);
        } catch (ParseException e) {
            throw new IllegalArgumentException("The file or page " + pathOrUrl + " is not a JWK set.", e);
        }
    }

    @Override
    public boolean verify(JWSObject token) {
        @Nullable String keyId = token.getHeader().getKeyID();
        if (keyId != null && published.keys.stream().noneMatch(key -> key.isNamed(keyId)) && isDue(SOONEST)) {
            readAgain();
        }
        return published.keys.stream().anyMatch(key -> (keyId == null || key.isNamed(keyId)) && key.verifies(token));
    }

    /** Nobody waits for the set to be read again: what is asked meanwhile is answered by the keys as they were. */
    @Override
    public Object edition() {
        if (isDue(LATEST)) {
            background.execute(this::readAgain);
        }
        return published;
    }

    /** Whether the set was last read so long ago; true for one of those who ask at once. */
    private boolean isDue(long nanos) {
        long last = readAt.get();
        long now = nanoTime.getAsLong();
        return now - last >= nanos && readAt.compareAndSet(last, now);
    }

    /** A set that cannot be read now leaves the keys as they are. */
    private void readAgain() {
        try {
            Published now = Published.read(source);
            if (!now.text.equals(published.text)) {
                published = now;
            }
        } catch (IOException | ParseException e) {
            LOG.warn("The JWK set {} could not be read again; the keys stay as they are.", source, e);
        }
    }

    /** A set as it was read. */
    private record Published(String text, List<PublicJwk> keys) {

        static Published read(JwkSetSource source) throws IOException, ParseException {
            String text = source.read();
            Stream<JWK> all = JWKSet.parse(text).getKeys().stream();
            return new Published(
                    text, all.map(PublicJwk::of).filter(Objects::nonNull).toList());
        }
    }
}
