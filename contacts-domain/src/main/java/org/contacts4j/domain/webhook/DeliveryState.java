package org.contacts4j.domain.webhook;

/** What became of a message. */
public enum DeliveryState {
    /** It waits for its first or its next attempt. */
    PENDING,
    /** The receiver has taken it. */
    DELIVERED,
    /** It is not tried any more. */
    FAILED
}
