package org.contacts4j.domain.contact;

import java.util.regex.Pattern;
import org.contacts4j.domain.Folded;

/**
 * A phone number of a contact.
 *
 * @param number the number as received; every format is accepted
 * @param label the purpose: {@code primary}, {@code secondary}, {@code mobile}, {@code work} or free text
 */
public record Phone(String number, String label) {

    /** The label of the mobile number. */
    public static final String MOBILE = "mobile";
    /** The label of the number at work. */
    public static final String WORK = "work";

    // The zero that national calls begin with and international calls leave out.
    private static final Pattern NATIONAL_ZERO = Pattern.compile("(?<=\\d)\\s*\\(\\s*0\\s*\\)");

    /**
     * Returns the number in the form used for matching: its digits in ASCII, after a {@code +} if it is international.
     * {@code (555) 123-4567} and {@code 555.123.4567} are equal, and so are {@code +44 (0)20 …}, {@code 0044 20 …} and
     * {@code tel:+44-20-…} (RFC 3966).
     */
    public String normalized() {
        String plain = Folded.of(number).strip();
        String dialed =
                plain.startsWith("tel:") ? plain.substring("tel:".length()).strip() : plain;
        String digits = digits(dialed);
        boolean prefixed = digits.length() > 2 && digits.startsWith("00");
        if (!prefixed && !dialed.startsWith("+") && !dialed.startsWith("(+")) {
            return digits;
        }
        String international = dialed.indexOf('(') < 0
                ? digits
                : digits(NATIONAL_ZERO.matcher(dialed).replaceFirst(""));
        return "+" + (prefixed ? international.substring(2) : international);
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }
}
