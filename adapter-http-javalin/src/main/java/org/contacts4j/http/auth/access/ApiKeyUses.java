package org.contacts4j.http.auth.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.contacts4j.application.access.ApiKeyService;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeyId;
import org.contacts4j.domain.id.OrganizationId;
import org.jspecify.annotations.Nullable;

/** The uses of API keys that are not stored yet. A background task stores them. Thread-safe. */
final class ApiKeyUses {

    private final ApiKeyService keys;
    private final Map<Used, ApiKey.Use> pending = new ConcurrentHashMap<>();

    ApiKeyUses(ApiKeyService keys) {
        this.keys = keys;
    }

    /** Adds a use, unless one within {@link ApiKeyService#USE_INTERVAL} is stored. Stores nothing itself. */
    void add(OrganizationId organization, ApiKey key, ApiKey.Use use) {
        ApiKey.@Nullable Use last = key.lastUse();
        if (last == null || last.at().plus(ApiKeyService.USE_INTERVAL).isBefore(use.at())) {
            pending.putIfAbsent(new Used(organization, key.id()), use);
        }
    }

    /** Stores the pending uses. A use that cannot be stored stays pending. */
    void store() {
        pending.forEach((used, use) -> {
            keys.recordUse(used.organization, used.id, use);
            pending.remove(used, use);
        });
    }

    private record Used(OrganizationId organization, ApiKeyId id) {}
}
