package org.contacts4j.application.contact;

import java.util.List;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.ContactEvent;

/** The log of everything that happened to contacts. Written with the change itself by {@link Contacts}, never altered. */
public interface ContactEvents {

    /** Adds what happened to a contact without changing it. */
    void append(OrganizationId organization, ContactEvent event);

    /** At most {@code limit} events of one contact, which may be gone by now; the latest first, by version and then by id. */
    List<ContactEvent> latest(OrganizationId organization, ContactId contact, int limit);
}
