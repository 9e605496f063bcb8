package org.contacts4j.domain.access;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.network.Network;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Draft;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/**
 * An API key: a credential of a program, which calls as the member {@link ApiKeyId#member}. The secret itself is not
 * stored. Use {@link #create}, which validates the fields. The constructor is for stores.
 *
 * @param hash the {@link ApiKeySecret#hash} of the secret
 * @param expiresAt the time from which the key is refused; null means never
 * @param networks the networks that the key may be used from; empty means all
 * @param lastUse the most recent use, up to a minute late; null if there was none
 */
public record ApiKey(
        ApiKeyId id,
        String name,
        String hash,
        Role role,
        DataScope data,
        @Nullable Instant expiresAt,
        List<Network> networks,
        Instant createdAt,
        MemberId createdBy,
        @Nullable Use lastUse) {

    /** The maximum number of API keys of an organization. */
    public static final int MAX_KEYS = 1_000;

    public ApiKey {
        networks = List.copyOf(networks);
    }

    /** A use of a key, from this client address. */
    public record Use(Instant at, String address) {}

    /**
     * Returns a new key with the fields that the patch sets.
     *
     * @param creator the key that creates this one, which must not outlast it or be usable from elsewhere; null if a
     *     member does
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public static ApiKey create(
            ApiKeyId id, ApiKeySecret secret, Patch<ApiKey> fields, @Nullable ApiKey creator, MemberId by, Instant at) {
        FieldValues<ApiKey> values = ApiKeyField.TABLE.apply(null, fields, draft -> {
            draft.requireSet(ApiKeyField.NAME, "is required");
            checkExpiry(draft, at);
            if (creator != null) {
                creator.checkRights(draft);
            }
        });
        return new ApiKey(
                id,
                values.require(ApiKeyField.NAME),
                secret.hash(),
                values.require(ApiKeyField.ROLE),
                values.require(ApiKeyField.DATA),
                values.get(ApiKeyField.EXPIRES_AT),
                values.require(ApiKeyField.NETWORKS).stream().map(Network::of).toList(),
                at,
                by,
                null);
    }

    /** Returns whether the key has expired at this time. */
    public boolean hasExpired(Instant at) {
        return expiresAt != null && !at.isBefore(expiresAt);
    }

    /** Returns whether the key may be used from this address. */
    public boolean isAllowedFrom(InetAddress address) {
        return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address));
    }

    /** Returns this key after a use. */
    public ApiKey usedAt(Use use) {
        return new ApiKey(id, name, hash, role, data, expiresAt, networks, createdAt, createdBy, use);
    }

    private static void checkExpiry(Draft<ApiKey> draft, Instant at) {
        @Nullable Instant expiry = draft.get(ApiKeyField.EXPIRES_AT);
        if (expiry != null && !expiry.isAfter(at)) {
            draft.rejectUnlessFaulty(ApiKeyField.EXPIRES_AT, Fault.Kind.OTHER, "must be in the future");
        }
    }

    private void checkRights(Draft<ApiKey> created) {
        @Nullable Instant expiry = created.get(ApiKeyField.EXPIRES_AT);
        if (expiresAt != null && (expiry == null || expiry.isAfter(expiresAt))) {
            created.rejectUnlessFaulty(
                    ApiKeyField.EXPIRES_AT,
                    Fault.Kind.OTHER,
                    "must not be later than " + expiresAt + ", when the key that creates this one expires");
        }
        List<Network> others =
                created.require(ApiKeyField.NETWORKS).stream().map(Network::of).toList();
        boolean within = !others.isEmpty()
                && others.stream().allMatch(other -> networks.stream().anyMatch(own -> own.contains(other)));
        if (!networks.isEmpty() && !within) {
            created.rejectUnlessFaulty(
                    ApiKeyField.NETWORKS,
                    Fault.Kind.OTHER,
                    "must be within the networks of the key that creates this one: " + networks);
        }
    }
}
