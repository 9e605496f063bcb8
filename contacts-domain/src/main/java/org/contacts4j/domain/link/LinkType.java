package org.contacts4j.domain.link;

/** What kind of record a link points to. */
public enum LinkType {
    /** A deal that is being worked on. */
    OPPORTUNITY,
    LEAD,
    /** A customer's question or complaint. */
    CASE,
    TASK,
    EVENT,
    ACCOUNT
}
