package org.contacts4j.domain.filter;

import org.contacts4j.domain.Folded;
import org.jspecify.annotations.Nullable;

/** Normalizes text for comparison by filters. Text is {@linkplain Folded folded}, as it is for searches. */
final class ComparedText {

    private ComparedText() {}

    /** Returns the text to compare; empty for null. */
    static String of(@Nullable String text) {
        return text == null ? "" : Folded.withoutSeparators(text);
    }
}
