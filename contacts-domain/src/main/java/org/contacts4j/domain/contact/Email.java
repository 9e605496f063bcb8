package org.contacts4j.domain.contact;

/**
 * An e-mail address of a contact.
 *
 * @param label the purpose: {@code primary}, {@code secondary}, {@code work}, {@code home}, {@code other} or free text
 */
public record Email(String address, String label) {}
