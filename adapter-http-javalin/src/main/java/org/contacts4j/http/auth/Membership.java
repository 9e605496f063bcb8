package org.contacts4j.http.auth;

import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;

/** What a token's member is in one of their organisations. */
record Membership(OrganizationId organization, Role role, DataScope data) {

    /** Returns the membership with the lesser role and the narrower data of two in the same organisation. */
    Membership lesser(Membership other) {
        Role lesser = role.compareTo(other.role) > 0 ? role : other.role;
        DataScope narrower = data.compareTo(other.data) > 0 ? data : other.data;
        return new Membership(organization, lesser, narrower);
    }
}
