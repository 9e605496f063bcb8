package org.contacts4j.domain.webhook;

/** The state of a delivery. */
public enum DeliveryState {
    /** The delivery is pending its first or next attempt. */
    PENDING,
    /** The receiver accepted the delivery. */
    DELIVERED,
    /** The delivery failed and is not retried. */
    FAILED
}
