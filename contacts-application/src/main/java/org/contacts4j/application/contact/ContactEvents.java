package org.contacts4j.application.contact;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.ContactEvent;

/**
 * The log of everything that happened to contacts. Written with the change itself by {@link Contacts}, never altered.
 *
 * <p>With each event goes a message to every webhook of the organisation that wants to hear of it ({@link
 * org.contacts4j.domain.webhook.WebhookEvent#of}), due at once: kept in the same step, whether or not the webhook is being
 * called, and found through {@link org.contacts4j.application.webhook.Deliveries}.
 */
public interface ContactEvents {

    /** Adds what happened to a contact without changing it. */
    void append(OrganizationId organization, ContactEvent event);

    /** At most {@code limit} events of one contact, which may be gone by now; the latest first, by version and then by id. */
    List<ContactEvent> latest(OrganizationId organization, ContactId contact, int limit);

    /** The events of these contacts that have these ids, in any order; those that are not there are left out. */
    List<ContactEvent> find(OrganizationId organization, Collection<ContactId> contacts, Collection<UUID> ids);
}
