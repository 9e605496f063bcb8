package org.contacts4j.domain;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.domain.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A postal address. Every part is optional. A blank part counts as unset.
 *
 * @param parts the parts that are set
 */
public record Address(Map<AddressPart, String> parts) {

    /** The rule for addresses in patches. Patches merge addresses part by part; a blank part clears the stored part. */
    public static final Rule<Address> RULE = (address, field, faults) -> {
        Map<AddressPart, String> checked = new EnumMap<>(AddressPart.class);
        address.parts().forEach((part, text) -> {
            @Nullable String kept = part.rule().check(text, field, faults.member(part.key()));
            checked.put(part, kept == null ? "" : kept);
        });
        return new Address(checked);
    };

    public Address {
        Map<AddressPart, String> copy = new EnumMap<>(AddressPart.class);
        copy.putAll(parts);
        parts = Collections.unmodifiableMap(copy);
    }

    /** Returns the part's text, or null if it is unset. */
    public @Nullable String get(AddressPart part) {
        return parts.get(part);
    }

    /**
     * Returns the address after a change of some parts. The change's blank parts are removed.
     *
     * @param before the stored address, or null if there is none
     * @return the merged address, or null if no part other than the id remains
     */
    public static @Nullable Address merge(@Nullable Address before, Address change) {
        Map<AddressPart, String> merged = new EnumMap<>(AddressPart.class);
        if (before != null) {
            merged.putAll(before.parts());
        }
        merged.putAll(change.parts());
        merged.values().removeIf(String::isBlank);
        return merged.isEmpty() || merged.keySet().equals(EnumSet.of(AddressPart.ID)) ? null : new Address(merged);
    }

    /**
     * Returns this address with an id.
     *
     * @param owner the id of the contact or company; an address without an id gets one derived from it
     */
    public Address identified(UUID owner) {
        if (parts.containsKey(AddressPart.ID)) {
            return this;
        }
        Map<AddressPart, String> all = new EnumMap<>(AddressPart.class);
        all.putAll(parts);
        all.put(AddressPart.ID, idFor(owner));
        return new Address(all);
    }

    private static String idFor(UUID owner) {
        return UUID.nameUUIDFromBytes(("address of " + owner).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
