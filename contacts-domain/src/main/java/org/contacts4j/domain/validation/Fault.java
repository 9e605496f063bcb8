package org.contacts4j.domain.validation;

/**
 * A validation error in an input.
 *
 * @param field the dotted name of the field, such as {@code title} or {@code emails[1].address}
 * @param kind the category, for transports that use their own messages
 * @param message a human-readable message that says what is wrong and what would be right
 */
public record Fault(String field, Kind kind, String message) {

    /** The maximum length of a field name, in characters. Longer names, which only clients can send, are truncated. */
    static final int MAX_FIELD = 300;

    /** The maximum length of a message, in characters. Longer ones, which quote client input, are truncated. */
    static final int MAX_MESSAGE = 1_000;

    /** The category of a validation error. */
    public enum Kind {
        /** A required value is absent or blank. */
        MISSING,
        /** A text exceeds the maximum length of its field. */
        TOO_LONG,
        /** A text is not an e-mail address. */
        NOT_AN_EMAIL,
        /** Any other error. See the message. */
        OTHER
    }

    /** Truncates long names and messages, so that the size of an error does not depend on the size of the input. */
    public Fault {
        field = cut(field, MAX_FIELD);
        message = cut(message, MAX_MESSAGE);
    }

    /** Creates an error of the kind {@link Kind#OTHER}. */
    public Fault(String field, String message) {
        this(field, Kind.OTHER, message);
    }

    /** Returns at most {@code max} characters of a text, followed by an ellipsis if it was truncated. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end) + "…";
    }
}
