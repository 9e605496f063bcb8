package org.contacts4j.application.webhook;

import org.contacts4j.domain.webhook.Attempt;
import org.contacts4j.domain.webhook.Delivery;

/** An attempt to send a delivery, with the delivery as it was before. */
public record AttemptedDelivery(Delivery delivery, Attempt attempt) {}
