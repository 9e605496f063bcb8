package org.contacts4j.application.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeyId;
import org.contacts4j.domain.access.ApiKeySecret;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * The API keys of organizations. Methods with a {@link Caller} throw {@link ContactsFailure.Forbidden} unless the caller
 * is an administrator who sees every contact.
 */
public final class ApiKeyService {

    /** The time in which at most one use of a key is recorded. */
    public static final Duration USE_INTERVAL = Duration.ofMinutes(1);

    private final CurrentStore store;
    private final Clock clock;
    private final Ids ids;
    private final RandomGenerator random;
    private final AuditTrail trail;

    /** Creates a service that generates keys with {@code random}, which must be unpredictable. */
    public ApiKeyService(CurrentStore store, Clock clock, Ids ids, RandomGenerator random, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
        this.trail = trail;
    }

    /**
     * Creates a key. A key that is created by a key expires no later, and is allowed from no other networks.
     *
     * @return the key and its secret, which cannot be read again
     * @throws ContactsFailure.Invalid with all validation errors, or if there are too many keys
     */
    public Created create(Caller caller, Patch<ApiKey> fields) {
        AccessRules.requireAdministrator(caller);
        byte[] bytes = new byte[ApiKeySecret.BYTES];
        random.nextBytes(bytes);
        ApiKeySecret secret = ApiKeySecret.of(caller.organization(), bytes);
        ApiKeyId id = new ApiKeyId(ids.next());
        return store.write(caller, tx -> {
            @Nullable
            ApiKey creator = ApiKeyId.ofMember(caller.member())
                    .flatMap(key -> tx.apiKeys().find(caller.organization(), key))
                    .orElse(null);
            ApiKey key = ApiKey.create(id, secret, fields, creator, caller.member(), clock.instant());
            if (tx.apiKeys().count(caller.organization()) >= ApiKey.MAX_KEYS) {
                throw new ContactsFailure.Invalid(
                        "name", "is one too many: there are " + ApiKey.MAX_KEYS + " API keys; delete one first");
            }
            tx.apiKeys().insert(caller.organization(), key);
            Map<String, String> rights = Map.of("role", EnumNames.of(key.role()), "data", EnumNames.of(key.data()));
            trail.append(tx, caller, AuditAction.API_KEY_CREATED, id, rights);
            return new Created(key, secret);
        });
    }

    /** Returns a page of the keys, newest first. */
    public Page<ApiKey> list(Caller caller, Slice slice) {
        AccessRules.requireAdministrator(caller);
        return store.read(tx -> tx.apiKeys().page(caller.organization(), slice));
    }

    /**
     * Returns the key with this id.
     *
     * @throws ContactsFailure.NotFound if the key does not exist
     */
    public ApiKey get(Caller caller, ApiKeyId id) {
        AccessRules.requireAdministrator(caller);
        return store.read(tx -> tx.apiKeys().find(caller.organization(), id)).orElseThrow(ApiKeyService::notFound);
    }

    /**
     * Revokes a key. It cannot be restored.
     *
     * @throws ContactsFailure.NotFound if the key does not exist
     */
    public void revoke(Caller caller, ApiKeyId id) {
        AccessRules.requireAdministrator(caller);
        store.write(caller, tx -> {
            if (!tx.apiKeys().delete(caller.organization(), id)) {
                throw notFound();
            }
            trail.append(tx, caller, AuditAction.API_KEY_REVOKED, id);
            return id;
        });
    }

    /**
     * Returns the key with this secret; empty when it does not exist or has been revoked. The caller of this method
     * checks {@link ApiKey#hasExpired} and {@link ApiKey#isAllowedFrom}.
     */
    public Optional<ApiKey> find(OrganizationId organization, ApiKeySecret secret) {
        return organization.equals(secret.organization())
                ? store.read(tx -> tx.apiKeys().findByHash(organization, secret.hash()))
                : Optional.empty();
    }

    /** Records a use of a key. Of several uses within {@link #USE_INTERVAL}, the first one is recorded. */
    public void recordUse(OrganizationId organization, ApiKeyId id, ApiKey.Use use) {
        store.apart().write(tx -> {
            tx.apiKeys().recordUse(organization, id, use, use.at().minus(USE_INTERVAL));
            return id;
        });
    }

    private static ContactsFailure.NotFound notFound() {
        return new ContactsFailure.NotFound("API key");
    }

    /** A new key and its secret. */
    public record Created(ApiKey key, ApiKeySecret secret) {}
}
