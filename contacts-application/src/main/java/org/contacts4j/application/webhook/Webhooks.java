package org.contacts4j.application.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.WebhookId;
import org.contacts4j.domain.webhook.Webhook;

/**
 * The webhooks that are kept. Those of another organisation are as good as not there. Whoever sends to one holds it by a
 * lease: when that runs out, somebody else may.
 */
public interface Webhooks {

    /** Keeps a new webhook, which nobody holds. */
    void insert(OrganizationId organization, Webhook webhook);

    /** All webhooks, in the order they were made. */
    List<Webhook> list(OrganizationId organization);

    /** The webhook as it is. */
    Optional<Webhook> find(OrganizationId organization, WebhookId id);

    /** The webhook, for a change of it: held against other writers until the transaction ends. */
    Optional<Webhook> lock(OrganizationId organization, WebhookId id);

    /** Keeps what became of a webhook that this transaction has locked, or whose lease it has prolonged. */
    void update(OrganizationId organization, Webhook webhook);

    /** Forgets a webhook. Its messages are never sent then, and go when they would have gone. */
    void delete(OrganizationId organization, WebhookId id);

    /** Holds an active webhook that nobody holds now and that has a message which is due; it is given as it is. */
    Optional<Webhook> claim(OrganizationId organization, UUID holder, Instant now, Instant until);

    /**
     * Holds a webhook until then, and against other writers until the transaction ends.
     *
     * @return false when the holder has lost it to somebody else, or it is gone
     */
    boolean hold(OrganizationId organization, WebhookId id, UUID holder, Instant until);
}
