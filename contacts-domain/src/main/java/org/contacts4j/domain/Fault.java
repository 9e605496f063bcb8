package org.contacts4j.domain;

/**
 * One thing wrong with an input.
 *
 * @param field dotted name of the field, such as {@code metadata.title} or {@code emails[1].address}
 * @param kind for programs that have words of their own for it
 * @param message what is wrong and what would be right, for a person
 */
public record Fault(String field, Kind kind, String message) {

    /** The longest name of a field, in characters; longer ones, which only senders make up, are cut. */
    static final int MAX_FIELD = 300;

    /** The longest message, in characters; longer ones, which only texts of senders make so long, are cut. */
    static final int MAX_MESSAGE = 1_000;

    /** What is wrong, where others than {@link #message} have to say it. */
    public enum Kind {
        /** What must be there is not, or is blank. */
        MISSING,
        /** A text has more characters than its field takes. */
        TOO_LONG,
        /** A text is no e-mail address. */
        NOT_AN_EMAIL,
        /** Anything else: the message says it. */
        OTHER
    }

    /** Cuts names and messages that are too long, so that what is said of an input is small however large that is. */
    public Fault {
        field = cut(field, MAX_FIELD);
        message = cut(message, MAX_MESSAGE);
    }

    /** A fault of no particular kind. */
    public Fault(String field, String message) {
        this(field, Kind.OTHER, message);
    }

    /** At most {@code max} characters of a text, which ends with an ellipsis where it was cut. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end) + "…";
    }
}
