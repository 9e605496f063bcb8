package org.contacts4j.domain;

/**
 * Names an organisation (a tenant): the border no contact crosses.
 *
 * @param value opaque, 1 to {@value #MAX_LENGTH} characters, chosen by whoever issues the tokens
 */
public record OrganizationId(String value) {

    public static final int MAX_LENGTH = 128;

    public OrganizationId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an organisation id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
