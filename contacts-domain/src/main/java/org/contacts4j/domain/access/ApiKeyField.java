package org.contacts4j.domain.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.domain.network.Network;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.FieldTable;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** The fields with which API keys are created. They do not change later. */
public final class ApiKeyField {

    /** The maximum number of networks of a key. */
    public static final int MAX_NETWORKS = 50;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    static final FieldTable<ApiKey> TABLE = new FieldTable<>();

    /** Required. */
    public static final Field<ApiKey, String> NAME = TABLE.field("name", Rules.trimmed(), ApiKey::name);

    /** Defaults to {@link Role#MEMBER}. */
    public static final Field<ApiKey, Role> ROLE =
            TABLE.withDefault("role", Rules.anything(), ApiKey::role, Role.MEMBER);

    /** Defaults to {@link DataScope#ALL}. */
    public static final Field<ApiKey, DataScope> DATA =
            TABLE.withDefault("data", Rules.anything(), ApiKey::data, DataScope.ALL);

    /** The time from which the key is refused. Unset means never. */
    public static final Field<ApiKey, Instant> EXPIRES_AT =
            TABLE.field("expiresAt", ApiKeyField::inMillis, ApiKey::expiresAt);

    /** The networks that the key may be used from, in CIDR notation. Unset means all. */
    public static final Field<ApiKey, List<String>> NETWORKS = TABLE.withDefault(
            "networks",
            ApiKeyField::canonical,
            key -> key.networks().stream().map(Network::toString).toList(),
            List.of());

    private ApiKeyField() {}

    private static Instant inMillis(Instant time, String field, Faults faults) {
        if (time.isAfter(LATEST)) {
            faults.add(field, "must not be later than " + LATEST);
            return LATEST;
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns the networks in canonical form, without duplicates; null, which means all, if there are none. */
    private static @Nullable List<String> canonical(List<String> networks, String field, Faults faults) {
        if (networks.size() > MAX_NETWORKS) {
            faults.add(field, "must not have more than " + MAX_NETWORKS + " networks");
            return null;
        }
        Set<String> canonical = new LinkedHashSet<>();
        for (int i = 0; i < networks.size(); i++) {
            Optional<Network> network = Network.parse(networks.get(i));
            if (network.isEmpty()) {
                faults.item(i).add(field, "must be an address or a network such as 10.0.0.0/8 or 2001:db8::/32");
            }
            network.ifPresent(found -> canonical.add(found.toString()));
        }
        return canonical.isEmpty() ? null : List.copyOf(canonical);
    }
}
