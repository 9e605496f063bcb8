package org.contacts4j.domain.customvalue;

import java.time.Instant;
import java.util.regex.Pattern;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;

/**
 * A named text of an organization, for use in templates: {@code {{custom_values.key}}}.
 *
 * @param key letters, digits, {@code _}, {@code -} and {@code .}; case-sensitive
 * @param value the text; may be empty
 */
public record CustomValue(String key, String value, Instant updatedAt) {

    /** The maximum number of values of an organization. */
    public static final int MAX_VALUES = 500;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /**
     * Returns a validated value.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public static CustomValue of(String key, String value, Instant at) {
        Faults faults = new Faults();
        if (!isKey(key)) {
            faults.add("key", "must be 1 to 64 letters (a to z), digits, _, - or .");
        }
        Rules.checkText(value, Rules.PROSE, "value", faults);
        faults.throwIfAny();
        return new CustomValue(key, value, at);
    }

    /** Returns whether this is a valid key. */
    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }
}
