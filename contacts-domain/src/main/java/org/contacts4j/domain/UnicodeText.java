package org.contacts4j.domain;

import java.text.Normalizer;

/**
 * The stored form of received texts: Unicode NFC, without invisible characters where they have no meaning.
 *
 * <p>Invisible characters are white space, no-break and zero-width spaces, byte order marks, soft hyphens and
 * directional marks. Zero-width joiners are not among them: they change the shape of their neighbors in Indic and Arabic
 * scripts.
 */
public final class UnicodeText {

    private static final char ZERO_WIDTH_NON_JOINER = '\u200c';
    private static final char ZERO_WIDTH_JOINER = '\u200d';

    private UnicodeText() {}

    /** Returns the text in Unicode NFC. */
    public static String normalized(String text) {
        for (int i = 0; i < text.length(); i++) {
            // The first combining mark is U+0300; texts without marks and composed letters behind it are in NFC.
            if (text.charAt(i) >= 0x300) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /** Returns the text in Unicode NFC without invisible characters at its ends; empty if nothing in it is visible. */
    public static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.charAt(start))) {
            start++;
        }
        while (start < end && isInvisible(text.charAt(end - 1))) {
            end--;
        }
        String stripped = text.substring(start, end);
        return isVisible(stripped) ? normalized(stripped) : "";
    }

    /** Returns the text without invisible characters other than white space; no-break spaces become spaces. */
    public static String withoutInvisible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSpaceChar(c)) {
                visible.append(' ');
            } else if (Character.isWhitespace(c) || (!isInvisible(c) && !isJoiner(c))) {
                visible.append(c);
            }
        }
        return stripped(visible.toString());
    }

    private static boolean isVisible(String text) {
        return text.chars().anyMatch(c -> !isInvisible((char) c) && !isJoiner((char) c) && !isBlankLetter((char) c));
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || (Character.getType(c) == Character.FORMAT && !isJoiner(c) && !isNumberSign(c))
                || c == '\u034f'; // the combining grapheme joiner
    }

    private static boolean isJoiner(char c) {
        return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
    }

    /** Signs of Arabic and Syriac numbers and verses, which are visible though their category is format. */
    private static boolean isNumberSign(char c) {
        return (c >= '\u0600' && c <= '\u0605') || c == '\u06dd' || c == '\u070f' || c == '\u08e2';
    }

    /** Letters and marks that are displayed as nothing: Hangul fillers and variation selectors. */
    private static boolean isBlankLetter(char c) {
        return c == '\u115f' || c == '\u1160' || c == '\u3164' || c == '\uffa0' || (c >= '\ufe00' && c <= '\ufe0f');
    }
}
