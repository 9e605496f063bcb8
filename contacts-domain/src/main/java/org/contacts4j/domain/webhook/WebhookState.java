package org.contacts4j.domain.webhook;

/** The state of a webhook. Deliveries are stored in every state, and sent only if the webhook is enabled. */
public enum WebhookState {
    ENABLED,
    /** An administrator paused the webhook. */
    PAUSED,
    /** The receiver failed for too long, or answered 410 Gone. */
    DISABLED
}
