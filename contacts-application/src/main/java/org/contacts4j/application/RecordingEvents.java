package org.contacts4j.application;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.contacts4j.application.NotifyingStore.RecordedEvent;
import org.contacts4j.application.contact.ContactEvents;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;

/** An event log that records each appended event. */
record RecordingEvents(ContactEvents events, List<RecordedEvent> happened) implements ContactEvents {

    @Override
    public void append(OrganizationId organization, ContactEvent event) {
        events.append(organization, event);
        happened.add(new RecordedEvent(organization, event));
    }

    @Override
    public List<ContactEvent> latest(OrganizationId organization, ContactId contact, int limit) {
        return events.latest(organization, contact, limit);
    }

    @Override
    public List<ContactEvent> find(OrganizationId organization, Collection<ContactId> contacts, Collection<UUID> ids) {
        return events.find(organization, contacts, ids);
    }
}
