package org.contacts4j.domain;

/**
 * One thing wrong with an input.
 *
 * @param field dotted name of the field, such as {@code metadata.title} or {@code emails[1].address}
 * @param kind for programs that have words of their own for it
 * @param message what is wrong and what would be right, for a person
 */
public record Fault(String field, Kind kind, String message) {

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

    public Fault(String field, String message) {
        this(field, Kind.OTHER, message);
    }
}
