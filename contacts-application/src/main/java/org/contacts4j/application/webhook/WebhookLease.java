package org.contacts4j.application.webhook;

import java.util.UUID;
import org.contacts4j.domain.webhook.Webhook;

/**
 * A webhook that a dispatcher has claimed.
 *
 * @param holder the id of this lease, unique among all leases; it tells a holder whose lease expired from the next one,
 *     even in the same process
 */
public record WebhookLease(Webhook webhook, UUID holder) {}
