package org.contacts4j.domain.contact;

/** A preferred means of communication (GLAPI's contacts page). */
public enum ContactMethod {
    EMAIL,
    PHONE,
    MOBILE
}
