package org.contacts4j.http.bottlecrm.json;

import java.util.Locale;
import java.util.Set;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Rules;
import org.contacts4j.json.Printable;

/** The error messages that BottleCRM's clients expect. */
public final class Messages {

    public static final String REQUIRED = "This field is required.";
    static final String BLANK = "This field may not be blank.";
    public static final String NULL = "This field may not be null.";
    static final String NO_STRING = "Not a valid string.";
    public static final String NO_BOOLEAN = "Must be a valid boolean.";
    static final String NO_LIST = "Expected a list of items.";
    public static final String DUPLICATE_EMAIL = "Contact already exists with this email";
    public static final String NO_TIME = "Enter a valid date/time.";

    private static final String NO_EMAIL = "Enter a valid email address.";
    private static final String TOO_LONG = "Ensure this field has no more than %d characters.";

    private static final Set<String> LONG = Set.of("description", "comment");

    private Messages() {}

    /** Returns the message of a validation error. */
    public static String of(String member, Fault fault) {
        return switch (fault.kind()) {
            case MISSING -> BLANK;
            case TOO_LONG -> TOO_LONG.formatted(LONG.contains(member) ? Rules.PROSE : Rules.TEXT);
            case NOT_AN_EMAIL -> NO_EMAIL;
            case OTHER -> sentence(Printable.of(fault.message()));
        };
    }

    private static String sentence(String message) {
        String start = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return start.endsWith(".") ? start : start + ".";
    }
}
