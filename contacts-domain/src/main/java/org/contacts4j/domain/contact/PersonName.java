package org.contacts4j.domain.contact;

import org.contacts4j.domain.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What a person is called (RFC 6350 section 6.2).
 *
 * @param full the whole name; never blank
 * @param display how the person is addressed in daily work
 * @param local the name in the person's own script
 */
public record PersonName(
        String full,
        @Nullable String first,
        @Nullable String last,
        @Nullable String salutation,
        @Nullable String display,
        @Nullable String local) {

    /** The whole name made of its parts; empty when there are none. Cut where it gets too long: the parts are whole. */
    static String compose(@Nullable String first, @Nullable String last) {
        String whole = ((first == null ? "" : first.strip()) + " " + (last == null ? "" : last.strip())).strip();
        return whole.codePointCount(0, whole.length()) <= Rules.TEXT
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, Rules.TEXT)).strip();
    }
}
