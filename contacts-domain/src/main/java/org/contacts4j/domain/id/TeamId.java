package org.contacts4j.domain.id;

/**
 * The identifier of a team of an organization. The value is opaque, and Contacts4J need not have a record of the team.
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
