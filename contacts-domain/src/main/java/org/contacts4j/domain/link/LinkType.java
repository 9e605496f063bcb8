package org.contacts4j.domain.link;

/** The type of a linked record. */
public enum LinkType {
    /** A deal in progress. */
    OPPORTUNITY,
    LEAD,
    /** A customer's question or complaint. */
    CASE,
    TASK,
    EVENT,
    ACCOUNT
}
