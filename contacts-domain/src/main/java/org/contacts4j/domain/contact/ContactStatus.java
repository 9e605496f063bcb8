package org.contacts4j.domain.contact;

/** The lifecycle status of a contact (GLAPI's contacts page). */
public enum ContactStatus {
    ACTIVE,
    INACTIVE,
    /** Retained but out of use. GLAPI's contacts page recommends archiving over deletion. */
    ARCHIVED
}
