package org.contacts4j.domain.id;

/**
 * The identifier of a person or program that works in an organization. The value is opaque, and Contacts4J need not
 * have a record of the member.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters
 */
public record MemberId(String value) {

    public static final int MAX_LENGTH = 255;

    public MemberId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a member id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
