package org.contacts4j.application.contact;

import java.util.UUID;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;

/**
 * A contact that is new, and the id of the event that says so.
 *
 * @param eventId as {@link ContactEvent#id} has it
 */
public record Creation(Contact contact, UUID eventId) {

    /** What happened. Worked out when it is asked for, so that many contacts that wait to be written take less memory. */
    public ContactEvent event() {
        return ContactEvent.created(eventId, contact);
    }
}
