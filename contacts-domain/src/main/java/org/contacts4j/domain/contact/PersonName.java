package org.contacts4j.domain.contact;

import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * The name of a contact (RFC 6350 section 6.2).
 *
 * @param full the full name; never blank
 * @param display the name used in daily work
 * @param local the name in the person's native script
 * @param pronouns the pronouns, as free text (RFC 9554 section 3.4)
 */
public record PersonName(
        String full,
        @Nullable String first,
        @Nullable String last,
        @Nullable String salutation,
        @Nullable String display,
        @Nullable String local,
        @Nullable String pronouns) {

    /** Returns whether the first or the last name is known. */
    public boolean hasParts() {
        return first != null || last != null;
    }

    /** Returns the first name; for a name without parts, everything except the last word, which may be empty. */
    public @Nullable String firstOrLeadingWords() {
        return hasParts() ? first : full.substring(0, lastSpace()).strip();
    }

    /** Returns the last name; for a name without parts, its last word, or null if it has only one. */
    public @Nullable String lastOrLastWord() {
        String word = full.substring(lastSpace()).strip();
        return hasParts() ? last : word.isEmpty() ? null : word;
    }

    /** Returns the index of the space before the last word; the length of a name of one word. */
    private int lastSpace() {
        int space = full.lastIndexOf(' ');
        return space < 0 ? full.length() : space;
    }

    /**
     * Composes the full name from its parts; empty if there are none. Truncates it to {@link Rules#TEXT} code points.
     */
    static String compose(@Nullable String first, @Nullable String last) {
        String whole = ((first == null ? "" : first.strip()) + " " + (last == null ? "" : last.strip())).strip();
        return whole.codePointCount(0, whole.length()) <= Rules.TEXT
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, Rules.TEXT)).strip();
    }
}
