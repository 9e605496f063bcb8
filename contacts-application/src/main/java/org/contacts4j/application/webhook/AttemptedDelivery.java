package org.contacts4j.application.webhook;

import org.contacts4j.domain.webhook.Attempt;
import org.contacts4j.domain.webhook.Delivery;

/** A message, as it was, and an attempt to hand it over. */
public record AttemptedDelivery(Delivery delivery, Attempt attempt) {}
