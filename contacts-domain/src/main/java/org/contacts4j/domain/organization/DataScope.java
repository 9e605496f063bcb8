package org.contacts4j.domain.organization;

/** Which of the organisation's contacts a member works with; the narrower scope comes last. */
public enum DataScope {
    /** All of them. */
    ALL,
    /** Only those assigned to the member or to one of their teams; the others do not exist for them. */
    ASSIGNED
}
