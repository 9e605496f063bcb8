package org.contacts4j.domain.organization;

/** The permissions of a member in an organization. Each role permits less than the one before. */
public enum Role {
    /** Full access, including the organization's settings. */
    ADMIN,
    /** Read and write access to contacts and companies. */
    MEMBER,
    /** Read-only access. */
    VIEWER
}
