package org.contacts4j.jdbi;

/** Patterns for {@code like … escape '!'}. */
public final class LikePattern {

    private LikePattern() {}

    /** Matches every text that contains this one, in which {@code %} and {@code _} are ordinary characters. */
    public static String containing(String text) {
        return "%" + literally(text) + "%";
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
