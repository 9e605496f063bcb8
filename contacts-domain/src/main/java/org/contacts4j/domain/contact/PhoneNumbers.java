package org.contacts4j.domain.contact;

/**
 * The port that decides which phone numbers are equal. Numbers are stored and shown as they were typed; match keys,
 * searches and filters compare the form that this port returns. A store and everything that compares its contacts must
 * use one instance. Implementations are thread-safe.
 */
public interface PhoneNumbers {

    /** Compares numbers by their digits. Knows no countries. */
    PhoneNumbers DIGITS = new DigitsOnly();

    /**
     * Returns the form in which the number is compared: ASCII digits, after a {@code +} if it is international, and
     * perhaps an extension after {@code ;ext=}. Normalizing the form again changes nothing.
     *
     * @param number the number as typed; any text is accepted
     */
    String normalized(String number);

    /**
     * Returns the form of the first digits of a number, which is the beginning of the number's
     * {@linkplain #normalized form}.
     *
     * @param start the digits as typed; a complete number is accepted too
     */
    String normalizedStart(String start);

    /**
     * Returns the name of this way to compare numbers. It differs if any number may have another form. Stores derive the
     * forms of contacts again when it has changed.
     */
    String version();
}
