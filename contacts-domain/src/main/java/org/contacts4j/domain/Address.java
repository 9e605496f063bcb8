package org.contacts4j.domain;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A postal address. Every part is optional; a blank part is an unset one.
 *
 * @param parts the parts that are set
 */
public record Address(Map<AddressPart, String> parts) {

    /** A rule for addresses in patches; parts are merged one by one, blank ones clear. */
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

    /** The part's text, or null when it is unset. */
    public @Nullable String get(AddressPart part) {
        return parts.get(part);
    }

    /**
     * The address after a change of some parts.
     *
     * @param before null when there was no address
     * @param owner the contact or company; an address that has no id yet gets one made of it
     * @return null when no part is left
     */
    public static @Nullable Address merge(@Nullable Address before, Address change, UUID owner) {
        Map<AddressPart, String> merged = new EnumMap<>(AddressPart.class);
        if (before != null) {
            merged.putAll(before.parts());
        }
        merged.putAll(change.parts());
        merged.values().removeIf(String::isBlank);
        if (merged.isEmpty() || merged.keySet().equals(EnumSet.of(AddressPart.ID))) {
            return null;
        }
        merged.computeIfAbsent(AddressPart.ID, id -> idFor(owner));
        return new Address(merged);
    }

    private static String idFor(UUID owner) {
        return UUID.nameUUIDFromBytes(("address of " + owner).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
