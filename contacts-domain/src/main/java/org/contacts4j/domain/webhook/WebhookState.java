package org.contacts4j.domain.webhook;

/** Whether a webhook is being called. What happens meanwhile is kept for it in every state. */
public enum WebhookState {
    ENABLED,
    /** An administrator stopped it. */
    PAUSED,
    /** Its receiver failed for too long, or said that it is gone. */
    DISABLED
}
