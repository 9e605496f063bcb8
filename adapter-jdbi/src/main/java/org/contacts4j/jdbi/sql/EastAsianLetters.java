package org.contacts4j.jdbi.sql;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Index entries for the letters of Chinese, Japanese and Korean. Names in these scripts often have one or two letters, and a
 * trigram index cannot find words of fewer than three. Each letter is therefore stored with two marks before it, which
 * together are a trigram.
 */
public final class EastAsianLetters {

    /** A letter that names do not contain. PostgreSQL forms trigrams of letters and digits only. */
    private static final String MARKS = "\ua66e\ua66e";

    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    /** No letter of these scripts comes before this one. */
    private static final char FIRST = '\u1100';

    private EastAsianLetters() {}

    /**
     * Returns the entries of a text, one for each distinct letter, in the order of code points. In this order, the entries of
     * a word occur among those of every text that contains the word.
     */
    static List<String> entries(String text) {
        return text.chars().allMatch(c -> c < FIRST)
                ? List.of()
                : text.codePoints()
                        .filter(c -> Character.isLetter(c) && SCRIPTS.contains(UnicodeScript.of(c)))
                        .sorted()
                        .distinct()
                        .mapToObj(c -> MARKS + Character.toString(c))
                        .toList();
    }

    /** Returns the text and its entries, by which {@link LikePattern#indexed} finds it. */
    public static String withEntries(String text) {
        List<String> entries = entries(text);
        return entries.isEmpty() ? text : text + "\n" + String.join("", entries);
    }
}
