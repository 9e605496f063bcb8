package org.contacts4j.domain.filter;

import org.contacts4j.domain.Folded;
import org.jspecify.annotations.Nullable;

/** Text as filters compare it: {@linkplain Folded folded}, as searches do. */
final class ComparedText {

    private ComparedText() {}

    /** The text to compare; empty for null. */
    static String of(@Nullable String text) {
        return text == null ? "" : Folded.withoutSeparators(text);
    }
}
