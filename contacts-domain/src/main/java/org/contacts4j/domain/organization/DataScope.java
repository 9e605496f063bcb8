package org.contacts4j.domain.organization;

/** The contacts of an organization that a member can access, from the widest to the narrowest scope. */
public enum DataScope {
    /** Every contact. */
    ALL,
    /** Only contacts assigned to the member or one of the member's teams. All others are treated as absent. */
    ASSIGNED
}
