package org.contacts4j.domain.organization;

/** What a member may do in an organisation; each role may do less than the one before. */
public enum Role {
    /** Everything, the organisation's settings included. */
    ADMIN,
    /** Reads and writes contacts and companies. */
    MEMBER,
    /** Reads only. */
    VIEWER
}
