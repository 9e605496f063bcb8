package org.contacts4j.http.limit;

/** With whose requests a request is counted. How many of them there may be is for the operator to say. */
public enum LimitScope {
    /** With all of its organisation, by the hour and by the minute; one without a token with those of its address. */
    ORGANIZATION,
    /** With the member's own, by the minute; one without a token with those of its address. */
    MEMBER,
    /** With those of its address, by the minute, whoever is calling. */
    ADDRESS
}
