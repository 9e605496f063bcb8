package org.contacts4j.domain.organization;

/** What a member may do in an organisation. */
public enum Role {
    /** Everything, the organisation's settings included. */
    ADMIN,
    /** Reads and writes contacts and companies. */
    MEMBER,
    /** Reads only. */
    VIEWER
}
