package org.contacts4j.domain.contact;

/** How a person prefers to be reached (seed 004). */
public enum ContactMethod {
    EMAIL,
    PHONE,
    MOBILE
}
