package org.contacts4j.domain.contact;

/**
 * A phone number of a contact. {@link PhoneNumbers} compares numbers.
 *
 * @param number the number as received; every format is accepted
 * @param label the purpose: {@code primary}, {@code secondary}, {@code mobile}, {@code work} or free text
 */
public record Phone(String number, String label) {

    /** The label of the mobile number. */
    public static final String MOBILE = "mobile";
    /** The label of the number at work. */
    public static final String WORK = "work";
}
