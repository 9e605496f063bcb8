package org.contacts4j.http.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contacts4j.application.access.ApiKeyService.Created;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeyField;
import org.contacts4j.domain.network.Network;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.json.JsonMembers;
import org.contacts4j.json.Timestamps;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of an API key in the canonical API: all keys are present, null when unset.
 *
 * @param key the key itself; null except in the response that creates it
 * @param memberId the member that the key calls as
 */
record ApiKeyJson(
        UUID id,
        String name,
        @Nullable String key,
        String role,
        String data,
        @Nullable String expiresAt,
        List<String> networks,
        String memberId,
        String createdAt,
        String createdBy,
        @Nullable String lastUsedAt,
        @Nullable String lastUsedFrom) {

    private static final JsonMembers<ApiKey> BODY = new JsonMembers<ApiKey>()
            .reading(ApiKeyField.NAME, ValueReaders.TEXT)
            .reading(ApiKeyField.ROLE, ValueReaders.word(Role.class))
            .reading(ApiKeyField.DATA, ValueReaders.word(DataScope.class))
            .reading(ApiKeyField.EXPIRES_AT, ValueReaders.TIME)
            .reading(ApiKeyField.NETWORKS, ValueReaders.listOf(ValueReaders.TEXT));

    /** Returns the patch of a body. It carries a validation error for every member of a wrong type. */
    static Patch<ApiKey> read(byte[] json) {
        return BODY.read(json);
    }

    static ApiKeyJson from(Created created) {
        return from(created.key(), created.secret().text());
    }

    static ApiKeyJson from(ApiKey key) {
        return from(key, null);
    }

    private static ApiKeyJson from(ApiKey key, @Nullable String secret) {
        ApiKey.@Nullable Use last = key.lastUse();
        return new ApiKeyJson(
                key.id().value(),
                key.name(),
                secret,
                EnumNames.of(key.role()),
                EnumNames.of(key.data()),
                text(key.expiresAt()),
                key.networks().stream().map(Network::toString).toList(),
                key.id().member().value(),
                Timestamps.of(key.createdAt()),
                key.createdBy().value(),
                last == null ? null : Timestamps.of(last.at()),
                last == null ? null : last.address());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : Timestamps.of(time);
    }
}
