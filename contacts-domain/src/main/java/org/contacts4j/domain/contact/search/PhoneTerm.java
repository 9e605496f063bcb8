package org.contacts4j.domain.contact.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contacts4j.domain.contact.PhoneNumbers;

/** Part of a phone number, as it is searched for. */
public final class PhoneTerm {

    /** The minimum number of digits of a text that is treated as part of a phone number. */
    private static final int MIN_DIGITS = 3;

    private static final Pattern PHONE = Pattern.compile("(?:tel:)?[+(]{0,2}\\d[\\d ()./-]*");

    private PhoneTerm() {}

    /** Returns whether the {@linkplain org.contacts4j.domain.Folded folded} text looks like part of a phone number. */
    public static boolean matches(String text) {
        return PHONE.matcher(text).matches();
    }

    /**
     * Returns the forms of a folded text that can be found in phone numbers, as typed or as {@link PhoneNumbers}
     * normalizes them: the text, and if it looks like part of a number, its digits and the form of a number that begins
     * with them.
     */
    public static List<String> forms(String text, PhoneNumbers numbers) {
        if (!matches(text)) {
            return List.of(text);
        }
        return Stream.concat(
                        Stream.of(text),
                        Stream.of(PhoneNumbers.DIGITS.normalized(text), numbers.normalizedStart(text))
                                .filter(form -> form.length() >= MIN_DIGITS))
                .distinct()
                .toList();
    }
}
