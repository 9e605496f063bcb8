package org.contacts4j.domain.customvalue;

import java.time.Instant;
import java.util.regex.Pattern;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.Rules;

/**
 * A text that an organisation keeps under a name, for its templates: {@code {{custom_values.key}}}.
 *
 * @param key letters, digits, {@code _}, {@code -} and {@code .}; compared as it is
 * @param value may be empty
 */
public record CustomValue(String key, String value, Instant updatedAt) {

    /** The most values that an organisation keeps. */
    public static final int MAX_VALUES = 500;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /**
     * A value, checked.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid naming every fault
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

    /** Whether anything could be kept under this key. */
    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }
}
