package org.contacts4j.domain.id;

import java.util.UUID;

/** Parsing and order of UUIDs. */
public final class Uuids {

    public static final UUID NIL = new UUID(0, 0);

    private static final String FORM = "00000000-0000-0000-0000-000000000000";

    private Uuids() {}

    /** Compares by unsigned bytes, as databases do. {@link UUID#compareTo} compares signed values. */
    public static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    public static UUID parseOrNil(String text) {
        return isCanonical(text) ? UUID.fromString(text) : NIL;
    }

    /**
     * Checks the 36-character form. {@link UUID#fromString} also accepts "1-1-1-1-1", so one id would have several
     * spellings.
     */
    private static boolean isCanonical(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            boolean fits = FORM.charAt(i) == '-' ? text.charAt(i) == '-' : isHexDigit(text.charAt(i));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Accepts ASCII only. Unicode has further digits. */
    private static boolean isHexDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
