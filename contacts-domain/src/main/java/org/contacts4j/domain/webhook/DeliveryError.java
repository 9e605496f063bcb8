package org.contacts4j.domain.webhook;

/** The reason why an attempt failed. */
public enum DeliveryError {
    /** The host name does not resolve to an address. */
    UNRESOLVED,
    /** The host is, or resolves to, a forbidden address. */
    FORBIDDEN_ADDRESS,
    /** The connection could not be established. */
    CONNECT,
    /** The TLS handshake failed, or the certificate does not match the host. */
    TLS,
    /** The response did not arrive in time. */
    TIMEOUT,
    /** The connection closed before a response, or the response was not HTTP. */
    CONNECTION,
    /** The response was a redirect. Redirects are not followed. */
    REDIRECT,
    /** The response had any other status than success. */
    STATUS
}
