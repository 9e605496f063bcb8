package org.contacts4j.domain.contact;

import java.util.regex.Pattern;
import org.contacts4j.domain.Folded;

/**
 * Compares phone numbers by their digits. {@code (555) 123-4567} and {@code 555.123.4567} are equal, and so are
 * {@code +44 (0)20 …}, {@code 0044 20 …} and {@code tel:+44-20-…} (RFC 3966).
 */
final class DigitsOnly implements PhoneNumbers {

    // The zero that national calls begin with and international calls leave out.
    private static final Pattern NATIONAL_ZERO = Pattern.compile("(?<=\\d)\\s*\\(\\s*0\\s*\\)");

    @Override
    public String normalized(String number) {
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

    @Override
    public String normalizedStart(String start) {
        return normalized(start);
    }

    @Override
    public String version() {
        return "digits";
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
