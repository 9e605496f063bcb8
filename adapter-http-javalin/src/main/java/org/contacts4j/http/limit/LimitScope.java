package org.contacts4j.http.limit;

/** The scope in which a request is counted. The operator configures the limits. */
public enum LimitScope {
    /** All requests of the organization, per hour and per minute. Requests without a token are counted by address. */
    ORGANIZATION,
    /** All requests of the member, per minute. Requests without a token are counted by address. */
    MEMBER,
    /** All requests of the client address, per minute, with or without a token. */
    ADDRESS
}
