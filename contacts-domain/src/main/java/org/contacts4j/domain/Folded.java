package org.contacts4j.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text folding for comparisons. It removes case, accents and compatibility forms (Unicode NFKD), so that {@code "Zoë"},
 * {@code "ZOE"} and {@code "ｚｏｅ"} are equal.
 */
public final class Folded {

    /** The maximum length of a sort key, in code points. Every supported database can index it. */
    public static final int SORT_KEY_LENGTH = 255;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folded() {}

    public static String of(String text) {
        if (isPlainAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        // Upper case maps "ß" to "SS" and "ς" to "Σ". Lower case alone would leave them distinct. The lower case before
        // it maps the capital "ẞ" to "ß".
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return folded.replace('ς', 'σ');
    }

    /**
     * Folds {@code text} and replaces U+001E and U+001F with spaces. Stores use these two control characters as
     * separators.
     */
    public static String withoutSeparators(String text) {
        return of(text).replace('\u001e', ' ').replace('\u001f', ' ');
    }

    /** Returns the sort key of a text: stripped, folded and truncated to {@value #SORT_KEY_LENGTH} code points. */
    public static String sortKey(String text) {
        String folded = of(text.strip());
        return folded.codePointCount(0, folded.length()) <= SORT_KEY_LENGTH
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0, SORT_KEY_LENGTH));
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
