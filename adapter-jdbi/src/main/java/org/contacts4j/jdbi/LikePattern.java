package org.contacts4j.jdbi;

import java.util.List;
import java.util.regex.Pattern;

/** Patterns for {@code like … escape '!'}. */
public final class LikePattern {

    /** Shorter words are of no use to an index of trigrams. */
    public static final int TRIGRAM = 3;

    private static final String LETTER = "[\\p{L}\\p{M}\\p{N}]";
    private static final String OTHER = "[^\\p{L}\\p{M}\\p{N}]";

    /**
     * A word of one letter and what is around it, or all of a long word but its last eight letters. These have six
     * trigrams, which few texts have together; and of each further one an index has to read all it knows.
     */
    private static final Pattern PASSED_OVER =
            Pattern.compile("%2$s*(?<!%1$s)%1$s(?!%1$s)%2$s*|%1$s+(?=%1$s{8}(?!%1$s))".formatted(LETTER, OTHER));

    private static final Pattern THREE_LETTERS = Pattern.compile(LETTER + "{" + TRIGRAM + "}");

    private LikePattern() {}

    /** Whether an index of trigrams leads to the texts that contain this one. */
    public static boolean hasTrigram(String text) {
        return THREE_LETTERS.matcher(text).find();
    }

    /** Matches every text that contains this one, in which {@code %} and {@code _} are ordinary characters. */
    public static String containing(String text) {
        return "%" + literally(text) + "%";
    }

    /**
     * Matches every text that contains this one, and some more: of long words it wants the end alone, which tells texts
     * apart better than the beginning, and those of one letter it passes over.
     */
    public static String containingMostOf(String text) {
        List<String> parts = PASSED_OVER
                .splitAsStream(text)
                .filter(part -> !part.isEmpty())
                .map(LikePattern::literally)
                .toList();
        return parts.isEmpty() ? containing(text) : "%" + String.join("%", parts) + "%";
    }

    /** Matches every text that begins with this one. */
    public static String startingWith(String text) {
        return literally(text) + "%";
    }

    /** Matches every text that ends with this one. */
    public static String endingWith(String text) {
        return "%" + literally(text);
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
