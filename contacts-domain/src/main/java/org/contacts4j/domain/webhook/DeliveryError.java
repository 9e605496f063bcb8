package org.contacts4j.domain.webhook;

/** Why an attempt failed. */
public enum DeliveryError {
    /** The host has no address. */
    UNRESOLVED,
    /** The host is, or has, an address that may not be called. */
    FORBIDDEN_ADDRESS,
    /** Nobody could be reached at the address. */
    CONNECT,
    /** There was no agreement on encryption, or the certificate is not the host's. */
    TLS,
    /** The answer was not there in time. */
    TIMEOUT,
    /** The connection ended before there was an answer, or the answer was not HTTP. */
    CONNECTION,
    /** The answer pointed elsewhere; that is not followed. */
    REDIRECT,
    /** The answer was any other than success. */
    STATUS
}
