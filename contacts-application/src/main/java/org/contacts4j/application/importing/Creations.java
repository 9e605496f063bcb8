package org.contacts4j.application.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;

/** The contacts that a batch makes, until they are written all at once. */
final class Creations {

    private final Transaction tx;
    private final OrganizationId organization;
    private final List<Contact> contacts = new ArrayList<>();
    private final Map<ContactId, ContactEvent> events = new LinkedHashMap<>();

    Creations(Transaction tx, OrganizationId organization) {
        this.tx = tx;
        this.organization = organization;
    }

    void add(Contact contact, ContactEvent event) {
        contacts.add(contact);
        events.put(contact.id(), event);
    }

    /** Whether the contact is not written yet. */
    boolean have(ContactId id) {
        return events.containsKey(id);
    }

    /** Writes what was added so far. */
    void write() {
        tx.contacts().insertAll(organization, List.copyOf(contacts), List.copyOf(events.values()));
        contacts.clear();
        events.clear();
    }
}
