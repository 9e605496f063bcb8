package org.contacts4j.domain.contact;

/**
 * One of a person's e-mail addresses.
 *
 * @param label what it is for: {@code primary}, {@code secondary}, {@code work}, {@code home}, {@code other} or free text
 */
public record Email(String address, String label) {}
