package org.contacts4j.http.auth.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.contacts4j.application.access.ApiKeyService;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeySecret;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.network.IpAddress;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies API keys. A key is looked up once a second while it is used, so that every node refuses a revoked key within
 * a second, without any communication between nodes.
 */
public final class ApiKeyVerifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyVerifier.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ApiKeyService service;
    private final Clock clock;
    private final ApiKeyUses uses;
    private final RecentReads<HashedKey, Optional<ApiKey>> keys = new RecentReads<>();
    private final FailedLookups failed = new FailedLookups();

    /** Keys that were valid lately: an address that sends too many unknown keys can still use these. */
    private final Cache<HashedKey, Boolean> valid = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    private @Nullable BackgroundTask task;

    public ApiKeyVerifier(ApiKeyService service, Clock clock) {
        this.service = service;
        this.clock = clock;
        this.uses = new ApiKeyUses(service);
    }

    /** Starts the task that records when keys were used. */
    public void start(BackgroundTasks tasks) {
        task = tasks.start("api-key-uses", PAUSE, heartbeat -> uses.store());
    }

    /** Stops the task and records the remaining uses. They are lost when the store is unavailable. */
    @Override
    public void close() {
        if (task != null) {
            task.close();
        }
        try {
            uses.store();
        } catch (ContactsFailure.Unavailable e) {
            LOG.warn("The last uses of API keys are not recorded: {}", e.getMessage());
        }
    }

    /**
     * Verifies a key and returns its caller and name.
     *
     * @throws Refusal when the key is malformed, unknown, revoked or expired, or not allowed from the address
     * @throws ContactsFailure.Unavailable when the store cannot be asked
     */
    public VerifiedKey verify(String credential, RequestHead request) {
        InetAddress client = request.client();
        ApiKeySecret secret = ApiKeySecret.parse(credential).orElseThrow(ApiKeyVerifier::unknown);
        ApiKey key = find(secret, client).orElseThrow(ApiKeyVerifier::unknown);
        Caller caller = new Caller(secret.organization(), key.id().member(), key.role(), key.data(), request.origin());
        Instant now = clock.instant();
        if (key.hasExpired(now)) {
            throw Refusal.badToken("The API key has expired.").of(caller);
        }
        if (!key.isAllowedFrom(client)) {
            throw Refusal.badToken("The API key is not allowed from this address.")
                    .of(caller);
        }
        uses.add(secret.organization(), key, new ApiKey.Use(now, IpAddress.text(client)));
        return new VerifiedKey(caller, key);
    }

    private Optional<ApiKey> find(ApiKeySecret secret, InetAddress client) {
        HashedKey hashed = new HashedKey(secret.organization(), secret.hash());
        Supplier<Optional<ApiKey>> lookUp = () -> service.find(secret.organization(), secret);
        if (keys.contains(hashed)) {
            return keys.get(hashed, lookUp);
        }
        if (valid.getIfPresent(hashed) == null && failed.areTooMany(client)) {
            return Optional.empty();
        }
        Optional<ApiKey> found = keys.get(hashed, lookUp);
        if (found.isPresent()) {
            valid.put(hashed, true);
        } else {
            failed.add(client);
        }
        return found;
    }

    private static Refusal unknown() {
        return Refusal.badToken("The API key is malformed or unknown, or has been revoked.");
    }

    /** A valid key and its caller. */
    public record VerifiedKey(Caller caller, ApiKey key) {}

    /** The key of the caches, which hold no secret. */
    private record HashedKey(OrganizationId organization, String hash) {}
}
