package org.contacts4j.domain.contact;

/** Where a contact stands in its life (seed 004). */
public enum ContactStatus {
    ACTIVE,
    INACTIVE,
    /** Kept for the record; seed 004 advises this instead of deleting. */
    ARCHIVED
}
