package org.contacts4j.domain;

/**
 * Names a team of an organisation. Opaque, and need not be known to Contacts4J.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters
 */
public record TeamId(String value) {

    public static final int MAX_LENGTH = 255;

    public TeamId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a team id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
