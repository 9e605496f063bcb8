package org.contacts4j.domain;

import java.util.UUID;
import java.util.regex.Pattern;

final class Uuids {

    static final UUID NIL = new UUID(0, 0);

    // UUID.fromString also takes "1-1-1-1-1", which would give one record several spellings.
    private static final Pattern TEXT_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    /** Compares by bytes; {@link UUID#compareTo} is signed. */
    static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    static UUID parseOrNil(String text) {
        return TEXT_FORM.matcher(text).matches() ? UUID.fromString(text) : NIL;
    }
}
