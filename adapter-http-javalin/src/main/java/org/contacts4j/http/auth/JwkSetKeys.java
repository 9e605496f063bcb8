package org.contacts4j.http.auth;

import com.nimbusds.jose.JWSObject;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.contacts4j.application.background.TaskHealth;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of a JWK set (RFC 7517). It is read again when a token names a key that is not among them, so that new
 * keys are known at once, and while it is asked every few minutes, so that withdrawn ones are forgotten.
 */
public final class JwkSetKeys implements SignatureKeys {

    /** How long the first request with an unknown key waits for the set. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(JwkSetKeys.class);
    private static final long SOONEST = Duration.ofMinutes(1).toNanos();
    private static final long LATEST = Duration.ofMinutes(5).toNanos();

    private final JwkSetSource source;
    private final LongSupplier nanoTime;
    private final Executor background;
    private final TaskHealth health = new TaskHealth("jwk-set", Clock.systemUTC());
    private final AtomicLong readAt;
    private volatile PublishedKeys published;

    private JwkSetKeys(JwkSetSource source, PublishedKeys published, LongSupplier nanoTime, Executor background) {
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
        return load(pathOrUrl, System::nanoTime, JwkSetKeys::runAside);
    }

    static JwkSetKeys load(String pathOrUrl, LongSupplier nanoTime, Executor background) {
        JwkSetSource source = new JwkSetSource(pathOrUrl);
        if (source.isUnprotected()) {
            LOG.warn("The JWK set {} is not protected by TLS: use https, or others can replace its keys.", source);
        }
        try {
            return new JwkSetKeys(source, usable(source), nanoTime, background);
        } catch (IOException e) {
            throw new IllegalArgumentException("The JWK set " + source + " cannot be read: " + e.getMessage() + ".", e);
        } catch (ParseException e) {
            throw new IllegalArgumentException("The file or page " + source + " is not a JWK set.", e);
        }
    }

    /** Returns a path or URL as logs and messages may show it: user, password and query of a URL are masked. */
    public static String masked(String pathOrUrl) {
        return new JwkSetSource(pathOrUrl).toString();
    }

    private static PublishedKeys usable(JwkSetSource source) throws IOException, ParseException {
        PublishedKeys published = PublishedKeys.of(source.read(), source);
        if (published.keys().isEmpty()) {
            throw new IllegalArgumentException("The JWK set " + source
                    + " holds no public key for RS256 (2048 bits or more), ES256 or EdDSA (Ed25519).");
        }
        return published;
    }

    /** A thread for each reading: there is one a minute at most, and the common pool is not for waiting. */
    private static void runAside(Runnable reading) {
        Thread thread = new Thread(reading, "contacts4j-jwk-set");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public boolean verify(JWSObject token) {
        @Nullable String keyId = token.getHeader().getKeyID();
        if (keyId != null && !published.hasKeyNamed(keyId) && isDue(SOONEST)) {
            waitFor(CompletableFuture.runAsync(this::readAgain, background));
        }
        return published.verify(token, keyId);
    }

    /** Waits a little while: an issuer that is slow must not hold requests, and its keys count when they are there. */
    private static void waitFor(CompletableFuture<Void> reading) {
        try {
            reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Reading the JWK set takes longer than {} s; requests go on without it.", PATIENCE.toSeconds());
        } catch (ExecutionException e) {
            LOG.warn("The JWK set could not be read again; the keys stay as they are.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    /** How reading the set again goes. */
    public TaskHealth health() {
        return health;
    }

    /** A set that cannot be read now, for whatever reason, leaves the keys as they are. */
    private void readAgain() {
        try {
            String now = source.read();
            if (!now.equals(published.text())) {
                published = PublishedKeys.of(now, source);
            }
            health.succeeded();
        } catch (IOException e) {
            failed("could not be read again: " + e.getMessage(), e);
        } catch (ParseException | RuntimeException e) {
            failed("is no JWK set any more", e);
        } catch (Throwable e) {
            health.failed(e);
        }
    }

    /** Says nothing of what stands in the set or the URL. */
    private void failed(String what, Exception cause) {
        health.failed(new ContactsFailure.Unavailable(source + " " + what + ". The keys stay as they are.", cause));
    }
}
