package org.contacts4j.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as it is compared: without case, accents and compatibility forms (Unicode NFKD), so that {@code "Zoë"},
 * {@code "ZOE"} and {@code "ｚｏｅ"} are one word.
 */
public final class Folded {

    /** Sort keys are cut to this many characters, which every database can index. */
    public static final int SORT_KEY_LENGTH = 255;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folded() {}

    public static String of(String text) {
        if (isPlainAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        // Upper case takes "ß" to "SS" and "ς" to "Σ", which lower case alone leaves apart; lower case before it takes
        // the capital "ẞ" to "ß".
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return folded.replace('ς', 'σ');
    }

    /**
     * {@code text} folded, in which the two control characters that stores set texts apart with, U+001E and U+001F, are
     * spaces.
     */
    public static String withoutSeparators(String text) {
        return of(text).replace('\u001e', ' ').replace('\u001f', ' ');
    }

    /** The key that lists are sorted by: {@code text} folded, and cut to {@value #SORT_KEY_LENGTH} code points. */
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
