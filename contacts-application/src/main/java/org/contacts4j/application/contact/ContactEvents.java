package org.contacts4j.application.contact;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;

/**
 * The log of contact events. Events are appended, and only {@linkplain #erase erased} as a whole. {@link Contacts} writes each event in the same transaction as the change.
 *
 * <p>Each event also creates a delivery for every webhook of the organization that subscribes to it ({@link
 * org.contacts4j.domain.webhook.WebhookEvent#of}). The delivery is due immediately and is stored in the same
 * transaction, even if the webhook is being called. {@link org.contacts4j.application.webhook.Deliveries} reads the
 * deliveries.
 */
public interface ContactEvents {

    /** Appends an event that does not change the contact itself. */
    void append(OrganizationId organization, ContactEvent event);

    /**
     * Returns at most {@code limit} events of one contact, latest first, by version and then by id. The contact may
     * have been deleted.
     */
    List<ContactEvent> latest(OrganizationId organization, ContactId contact, int limit);

    /**
     * Returns the events of these contacts with these ids, in no particular order. Ids without an event are omitted.
     */
    List<ContactEvent> find(OrganizationId organization, Collection<ContactId> contacts, Collection<UUID> ids);

    /**
     * Deletes all events of a contact, so that no file of the store contains them any more.
     *
     * @return the number of deleted events
     */
    int erase(OrganizationId organization, ContactId contact);

    /** An appended event and its organization. */
    record Appended(OrganizationId organization, ContactEvent event) {}
}
