package org.contacts4j.domain.id;

/**
 * The identifier of an organization (tenant). No contact is visible outside its organization.
 *
 * @param value opaque, 1 to {@value #MAX_LENGTH} characters, chosen by the token issuer
 */
public record OrganizationId(String value) {

    public static final int MAX_LENGTH = 128;

    public OrganizationId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an organization id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
