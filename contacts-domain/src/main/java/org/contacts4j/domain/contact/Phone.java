package org.contacts4j.domain.contact;

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

    /**
     * Returns the number in the form used for matching: its digits in ASCII, after a {@code +} if it is international.
     * {@code (555) 123-4567} and {@code 555.123.4567} are equal, and so are {@code +44 20…} and {@code 0044 20…}.
     */
    public String normalized() {
        StringBuilder digits = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i = number.offsetByCodePoints(i, 1)) {
            int digit = Character.digit(number.codePointAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        boolean international = number.strip().startsWith("+");
        if (!international && digits.length() > 2 && digits.indexOf("00") == 0) {
            digits.delete(0, 2);
            international = true;
        }
        return (international ? "+" : "") + digits;
    }
}
