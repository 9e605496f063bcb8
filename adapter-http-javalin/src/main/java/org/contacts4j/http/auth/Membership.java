package org.contacts4j.http.auth;

import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;

/** The role and data scope of a member in one organization, from a token. */
record Membership(OrganizationId organization, Role role, DataScope data) {

    /** Returns a membership with the lesser role and the narrower data scope of two in the same organization. */
    Membership lesser(Membership other) {
        Role lesser = role.compareTo(other.role) > 0 ? role : other.role;
        DataScope narrower = data.compareTo(other.data) > 0 ? data : other.data;
        return new Membership(organization, lesser, narrower);
    }
}
