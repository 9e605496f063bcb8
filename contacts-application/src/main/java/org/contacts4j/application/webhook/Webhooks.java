package org.contacts4j.application.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.webhook.Webhook;

/**
 * The stored webhooks. Webhooks of other organizations are treated as absent. A dispatcher that sends to a webhook
 * holds a lease. When the lease expires, another dispatcher may claim the webhook.
 */
public interface Webhooks {

    /** Inserts a webhook without a lease. */
    void insert(OrganizationId organization, Webhook webhook);

    /** Returns all webhooks in creation order. */
    List<Webhook> list(OrganizationId organization);

    /** Returns the webhook with this id. */
    Optional<Webhook> find(OrganizationId organization, WebhookId id);

    /** Returns the webhook and locks it against other writers until the transaction ends. */
    Optional<Webhook> lock(OrganizationId organization, WebhookId id);

    /** Updates a webhook that this transaction has locked, or whose lease it has extended. */
    void update(OrganizationId organization, Webhook webhook);

    /** Deletes a webhook. Its pending deliveries are never sent. They are purged at their usual age. */
    void delete(OrganizationId organization, WebhookId id);

    /** Claims an active webhook that has no lease and has a due delivery. Returns the webhook. */
    Optional<Webhook> claim(OrganizationId organization, UUID holder, Instant now, Instant until);

    /**
     * Extends the lease of a webhook, and locks the webhook against other writers until the transaction ends.
     *
     * @return false if another holder has claimed the webhook, or it was deleted
     */
    boolean hold(OrganizationId organization, WebhookId id, UUID holder, Instant until);
}
