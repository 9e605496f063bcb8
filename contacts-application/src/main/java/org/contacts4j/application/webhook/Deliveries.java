package org.contacts4j.application.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.Page;
import org.contacts4j.application.Slice;
import org.contacts4j.domain.DeliveryId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.WebhookId;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.DeliveryState;
import org.jspecify.annotations.Nullable;

/**
 * The messages to webhooks. Stores keep those about contacts with the {@linkplain
 * org.contacts4j.application.contact.ContactEvents event} itself, one for each webhook that wants it.
 */
public interface Deliveries {

    /** Keeps a message that no event is the cause of. */
    void insert(OrganizationId organization, Delivery delivery);

    /** The message as it is. */
    Optional<Delivery> find(OrganizationId organization, WebhookId webhook, DeliveryId id);

    /** The message, for a change of it: held against other writers until the transaction ends. */
    Optional<Delivery> lock(OrganizationId organization, WebhookId webhook, DeliveryId id);

    /**
     * A part of a webhook's messages, the latest first, without a total.
     *
     * @param state only those; null for all
     */
    Page<Delivery> page(OrganizationId organization, WebhookId webhook, @Nullable DeliveryState state, Slice slice);

    /**
     * Messages that may be sent now: those of contacts whose first waiting message is due, the longest due contacts first,
     * and of each contact its waiting messages from the first on, together and in order.
     *
     * @param contacts of at most so many contacts
     * @param each at most so many messages of each
     */
    List<Delivery> due(OrganizationId organization, WebhookId webhook, Instant now, int contacts, int each);

    /** Keeps what became of messages. One that is gone meanwhile stays so. */
    void update(OrganizationId organization, List<Delivery> deliveries);

    /** Makes messages that are due, but wait behind one of the same contact that is not, due when that one is. */
    void putBehind(OrganizationId organization, WebhookId webhook, Instant now);

    /**
     * Has messages sent once more that are not waiting, and of which none was tried since {@code now}.
     *
     * @param since only those about what happened then or later
     * @param state only those; null for all
     * @return how many; at most {@code limit}
     */
    int sendAgain(
            OrganizationId organization,
            WebhookId webhook,
            Instant since,
            @Nullable DeliveryState state,
            Instant now,
            int limit);

    /**
     * Forgets messages about what happened before a time.
     *
     * @return how many; at most {@code limit}
     */
    int purge(OrganizationId organization, Instant before, int limit);
}
