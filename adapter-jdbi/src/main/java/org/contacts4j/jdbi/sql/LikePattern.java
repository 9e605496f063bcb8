package org.contacts4j.jdbi.sql;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Patterns for {@code like … escape '!'}. */
public final class LikePattern {

    /** The length of a trigram. A trigram index cannot find shorter words. */
    public static final int TRIGRAM = 3;

    private static final String LETTER = "[\\p{L}\\p{M}\\p{N}]";
    private static final String OTHER = "[^\\p{L}\\p{M}\\p{N}]";

    /**
     * A one-letter word with the separators around it, or all of a long word but its last eight letters. The last eight
     * letters have six trigrams, and few texts contain all six. For each further trigram, an index must read its
     * complete list of entries.
     */
    private static final Pattern PASSED_OVER =
            Pattern.compile("%2$s*(?<!%1$s)%1$s(?!%1$s)%2$s*|%1$s+(?=%1$s{8}(?!%1$s))".formatted(LETTER, OTHER));

    private static final Pattern THREE_LETTERS = Pattern.compile(LETTER + "{" + TRIGRAM + "}");

    /** Matches at the start of each three letters, also of overlapping ones. */
    private static final Pattern EACH_THREE_LETTERS = Pattern.compile("(?=(" + THREE_LETTERS + "))");

    private LikePattern() {}

    /**
     * Returns the pattern by which a trigram index finds the texts that contain this one, and some others. The texts must be
     * stored {@linkplain EastAsianLetters#withEntries with the entries} of their letters. Empty if the index cannot find them.
     */
    public static Optional<String> indexed(String text) {
        if (hasTrigram(text)) {
            return Optional.of(containingApproximately(text));
        }
        List<String> letters = EastAsianLetters.entries(text);
        return letters.isEmpty() ? Optional.empty() : Optional.of("%" + String.join("%", letters) + "%");
    }

    /** Returns whether a trigram index can find the texts that contain this one by its own letters. */
    public static boolean hasTrigram(String text) {
        return THREE_LETTERS.matcher(text).find();
    }

    /** Returns each three letters in succession, in the order of the text. */
    static List<String> trigrams(String text) {
        return EACH_THREE_LETTERS
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /**
     * Returns a pattern that matches every text that contains this one. {@code %} and {@code _} in it are ordinary
     * characters.
     */
    public static String containing(String text) {
        return "%" + escaped(text) + "%";
    }

    /**
     * Returns a pattern that matches every text that contains this one, and some others. Of long words it uses only the
     * end, which distinguishes texts better than the beginning. It ignores one-letter words.
     */
    public static String containingApproximately(String text) {
        List<String> parts = PASSED_OVER
                .splitAsStream(text)
                .filter(part -> !part.isEmpty())
                .map(LikePattern::escaped)
                .toList();
        return parts.isEmpty() ? containing(text) : "%" + String.join("%", parts) + "%";
    }

    /** Returns a pattern that matches every text that begins with this one. */
    public static String startingWith(String text) {
        return escaped(text) + "%";
    }

    /** Returns a pattern that matches every text that ends with this one. */
    public static String endingWith(String text) {
        return "%" + escaped(text);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
