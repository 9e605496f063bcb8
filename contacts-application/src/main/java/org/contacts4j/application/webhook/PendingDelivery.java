package org.contacts4j.application.webhook;

import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.webhook.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to be sent.
 *
 * @param cause the event that it reports; null for a test
 */
public record PendingDelivery(Delivery delivery, @Nullable ContactEvent cause) {}
