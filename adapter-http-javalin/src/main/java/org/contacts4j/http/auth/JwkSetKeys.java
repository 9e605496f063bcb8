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
import org.contacts4j.application.background.DaemonThreads;
import org.contacts4j.application.background.TaskHealth;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of a JWK set (RFC 7517). The set is read again when a token names an unknown key, at most once a
 * minute, so that new keys take effect at once. While requests arrive it is also read every five minutes, so that
 * withdrawn keys are dropped.
 *
 * <p>Nimbus's {@code JWKSourceBuilder} is not used. Its rate limit admits two reads in each interval, and a request that
 * reads the set waits until the read ends. Here such a request waits for {@link #PATIENCE} at most.
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
     * @throws IllegalArgumentException when the set cannot be read or contains no usable key
     */
    public static JwkSetKeys load(String pathOrUrl) {
        return load(pathOrUrl, System::nanoTime, JwkSetKeys::runInThread);
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

    /** Returns a path or URL for logs and messages. The user, password and query of a URL are masked. */
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

    /**
     * Starts a thread for each read: there is at most one read a minute, and blocking tasks must not run in the common
     * pool.
     */
    private static void runInThread(Runnable reading) {
        DaemonThreads.named("jwk-set").newThread(reading).start();
    }

    @Override
    public boolean verify(JWSObject token) {
        @Nullable String keyId = token.getHeader().getKeyID();
        if (keyId != null && !published.hasKeyNamed(keyId) && isDue(SOONEST)) {
            waitFor(CompletableFuture.runAsync(this::readAgain, background));
        }
        return published.verify(token, keyId);
    }

    /**
     * Waits for the read, for a limited time: a slow issuer must not block requests. Its keys take effect when they
     * arrive.
     */
    private static void waitFor(CompletableFuture<Void> reading) {
        try {
            reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Reading the JWK set takes longer than {} s; requests go on without it.", PATIENCE.toSeconds());
        } catch (ExecutionException e) {
            LOG.warn("The JWK set could not be refreshed; the current keys remain in use.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts reading the set again in the background when it is due. Until then the current keys remain in use. */
    @Override
    public Object edition() {
        if (isDue(LATEST)) {
            background.execute(this::readAgain);
        }
        return published;
    }

    /**
     * Returns whether the last read began at least this long ago. Of several concurrent callers only one receives true.
     */
    private boolean isDue(long nanos) {
        long last = readAt.get();
        long now = nanoTime.getAsLong();
        return now - last >= nanos && readAt.compareAndSet(last, now);
    }

    /** Returns the health of the task that reads the set again. */
    public TaskHealth health() {
        return health;
    }

    /** Reads the set again. After any failure the current keys remain in use. */
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

    /** Records a failure, without any content of the set or secrets of the URL. */
    private void failed(String what, Exception cause) {
        health.failed(new ContactsFailure.Unavailable(source + " " + what + ". The keys stay as they are.", cause));
    }
}
