package org.contacts4j.domain;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Text folding for searches, comparisons and sort keys. Texts are equal when they differ only in
 *
 * <ul>
 *   <li>case: {@code Straße}, {@code STRASSE};
 *   <li>accents of Latin, Greek and Cyrillic letters, and points of Arabic and Hebrew ones: {@code Zoë}, {@code Zoe};
 *   <li>strokes, hooks and ligatures of Latin letters ({@link LatinLetters}): {@code Łukasz}, {@code Lukasz};
 *   <li>compatibility forms (Unicode NFKD), such as full-width letters and half-width kana;
 *   <li>the forms of apostrophes, quotation marks, hyphens and dashes, of digits, and of Arabic yeh and kaf;
 *   <li>invisible characters, such as zero-width joiners and directional marks, and the Arabic tatweel.
 * </ul>
 *
 * <p>Marks of other scripts belong to their letters and are significant: the vowel signs of Indic scripts, the tone
 * marks of Thai, and the voicing marks of kana. The folded text is in Unicode NFC.
 */
public final class Folded {

    /** The maximum length of a sort key, in code points. Every supported database can index it. */
    public static final int SORT_KEY_LENGTH = 255;

    /** The scripts whose marks are accents or optional points. Signs without a script, such as digits, are common. */
    private static final Set<UnicodeScript> ACCENTED = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW,
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED);

    /** Only stretches a word. */
    private static final int TATWEEL = 0x640;

    private static final int VOICED_KANA = 0x3099;
    private static final int SEMI_VOICED_KANA = 0x309A;

    /** The capital form of this mark is a letter. */
    private static final int GREEK_IOTA_SUBSCRIPT = 0x345;

    private Folded() {}

    /** Returns the folded text. Folding it again changes nothing. */
    public static String of(String text) {
        if (isPlainAscii(text)) {
            return text.toLowerCase(Locale.ROOT).replace('`', '\'');
        }
        // Upper case maps "ß" to "SS" and "ς" to "Σ". Lower case alone would leave them distinct. The lower case before
        // it maps the capital "ẞ" to "ß".
        String letters = withoutAccents(decomposed(text))
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
        return Normalizer.normalize(LatinLetters.withoutStrokes(letters), Normalizer.Form.NFC);
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

    /** Unicode decomposes the spacing acute accent, which people type for an apostrophe, to a space and a mark. */
    private static String decomposed(String text) {
        return Normalizer.normalize(text.replace('\u00b4', '\''), Normalizer.Form.NFKD);
    }

    private static String withoutAccents(String decomposed) {
        StringBuilder kept = new StringBuilder(decomposed.length());
        boolean accented = true;
        for (int i = 0; i < decomposed.length(); i += Character.charCount(decomposed.codePointAt(i))) {
            int c = decomposed.codePointAt(i);
            switch (Character.getType(c)) {
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
                    boolean voices = c == VOICED_KANA || c == SEMI_VOICED_KANA;
                    if (voices || (!accented && c != GREEK_IOTA_SUBSCRIPT)) {
                        kept.appendCodePoint(c);
                    }
                }
                case Character.COMBINING_SPACING_MARK -> kept.appendCodePoint(c);
                case Character.FORMAT -> {}
                case Character.DECIMAL_DIGIT_NUMBER -> kept.append((char) ('0' + Character.digit(c, 10)));
                default -> {
                    int plain = plainForm(c);
                    accented = plain < 0x250 || ACCENTED.contains(UnicodeScript.of(plain));
                    if (plain != TATWEEL) {
                        kept.appendCodePoint(plain);
                    }
                }
            }
        }
        return kept.toString();
    }

    private static int plainForm(int c) {
        return switch (c) {
            case '\u0649', '\u06cc' -> '\u064a'; // alef maksura and Persian yeh
            case '\u06a9' -> '\u0643'; // Persian kaf
            case '`', '\u02b9', '\u02bb', '\u02bc', '\u02bd', '\u02c8', '\u02ca', '\u02cb', '\u055a', '\u05f3' -> '\'';
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u2035', '\ua78b', '\ua78c' -> '\'';
            case '\u00ab', '\u00bb', '\u05f4', '\u201c', '\u201d', '\u201e', '\u201f', '\u301d', '\u301e', '\u301f' ->
                '"';
            case '\u2212' -> '-'; // minus sign
            default -> Character.getType(c) == Character.DASH_PUNCTUATION ? '-' : c;
        };
    }
}
