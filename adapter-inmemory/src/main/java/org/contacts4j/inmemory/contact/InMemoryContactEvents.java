package org.contacts4j.inmemory.contact;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.contacts4j.application.contact.ContactEvents;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.record.Key;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.contacts4j.inmemory.webhook.InMemoryDeliveries;

public record InMemoryContactEvents(StoredTransaction tx) implements ContactEvents {

    @Override
    public void append(OrganizationId organization, ContactEvent event) {
        Key key = new Key(event.contact().id().value(), event.id());
        tx.changes().put(tx.recordsOf(organization).eventsOfContacts, key, event);
        new InMemoryDeliveries(tx).fanOut(organization, event);
        tx.appendedEvents().add(new Appended(organization, event));
    }

    @Override
    public List<ContactEvent> latest(OrganizationId organization, ContactId contact, int limit) {
        // The map is in descending order of id, and the sort is stable. So the order is by version, then by id.
        return Key.under(contact.value(), tx.recordsOf(organization).eventsOfContacts).descendingMap().values().stream()
                .sorted(Comparator.comparingLong(ContactEvent::version).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<ContactEvent> find(OrganizationId organization, Collection<ContactId> contacts, Collection<UUID> ids) {
        return contacts.stream()
                .flatMap(contact ->
                        Key.under(contact.value(), tx.recordsOf(organization).eventsOfContacts).values().stream())
                .filter(event -> ids.contains(event.id()))
                .toList();
    }

    @Override
    public int erase(OrganizationId organization, ContactId contact) {
        Records records = tx.recordsOf(organization);
        List<Key> keys =
                List.copyOf(Key.under(contact.value(), records.eventsOfContacts).keySet());
        keys.forEach(key -> tx.changes().remove(records.eventsOfContacts, key));
        return keys.size();
    }
}
