package org.contacts4j.application.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.DeliveryId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.DeliveryState;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries to webhooks. Stores insert the deliveries about contacts together with the
 * {@linkplain org.contacts4j.application.contact.ContactEvents event}, one for each webhook that subscribes to it.
 */
public interface Deliveries {

    /** Inserts a delivery that no event caused. */
    void insert(OrganizationId organization, Delivery delivery);

    /** Returns the delivery with this id. */
    Optional<Delivery> find(OrganizationId organization, WebhookId webhook, DeliveryId id);

    /** Returns the delivery and locks it against other writers until the transaction ends. */
    Optional<Delivery> lock(OrganizationId organization, WebhookId webhook, DeliveryId id);

    /**
     * Returns a page of a webhook's deliveries, newest first, without a total.
     *
     * @param state the state to filter by; null for all
     */
    Page<Delivery> page(OrganizationId organization, WebhookId webhook, @Nullable DeliveryState state, Slice slice);

    /**
     * Returns deliveries that may be sent now. A contact qualifies when its first pending delivery is due; the contacts
     * that have been due longest come first. The deliveries of a contact start with its first pending one, and are
     * adjacent and in order.
     *
     * @param contacts the maximum number of contacts
     * @param each the maximum number of deliveries of each contact
     */
    List<Delivery> due(OrganizationId organization, WebhookId webhook, Instant now, int contacts, int each);

    /** Updates the deliveries after an attempt. A delivery that was deleted meanwhile stays deleted. */
    void update(OrganizationId organization, List<Delivery> deliveries);

    /** Postpones due deliveries queued behind a not-yet-due delivery of the same contact. */
    void postponeQueued(OrganizationId organization, WebhookId webhook, Instant now);

    /**
     * Requeues deliveries that are not pending and that have had no attempt since {@code now}.
     *
     * @param since only deliveries about events at or after this time
     * @param state the state to filter by; null for all
     * @return the number of requeued deliveries; at most {@code limit}
     */
    int redeliver(
            OrganizationId organization,
            WebhookId webhook,
            Instant since,
            @Nullable DeliveryState state,
            Instant now,
            int limit);

    /** Returns at most {@code limit} deliveries about one contact, oldest first. */
    List<Delivery> ofContact(OrganizationId organization, ContactId contact, int limit);

    /**
     * Deletes all deliveries about a contact, whatever their state.
     *
     * @return the number of deleted deliveries
     */
    int erase(OrganizationId organization, ContactId contact);

    /**
     * Deletes deliveries about events before a time.
     *
     * @return the number of deleted deliveries; at most {@code limit}
     */
    int purge(OrganizationId organization, Instant before, int limit);
}
