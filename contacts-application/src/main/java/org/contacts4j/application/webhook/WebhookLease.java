package org.contacts4j.application.webhook;

import java.util.UUID;
import org.contacts4j.domain.webhook.Webhook;

/**
 * A webhook that somebody sends to.
 *
 * @param holder names this claim, and none before or after it: so whoever was too slow is told from whoever came next, even
 *     in the same process
 */
public record WebhookLease(Webhook webhook, UUID holder) {}
