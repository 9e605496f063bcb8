package org.contacts4j.jdbi.contact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.contacts4j.application.contact.Creation;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.MatchKeys;
import org.contacts4j.jdbi.CopyIn;
import org.contacts4j.jdbi.Database;
import org.contacts4j.jdbi.Session;
import org.contacts4j.jdbi.Tally;
import org.contacts4j.jdbi.Values;
import org.contacts4j.jdbi.Writes;
import org.contacts4j.jdbi.webhook.FanOut;

/** Inserts many contacts at once: by COPY on PostgreSQL, and as batches of one statement elsewhere. */
record ManyContacts(Session session, OrganizationId organization) {

    /** Inserts contacts, one at least, and their events. */
    void insert(List<Creation> creations) {
        BiConsumer<Values, Creation> contact = (row, c) -> ContactColumns.write(row, organization, c.contact());
        BiConsumer<Values, Creation> event = (row, c) -> JdbiContactEvents.write(row, organization, c.event());
        List<Contact> contacts = creations.stream().map(Creation::contact).toList();
        if (session.database() == Database.POSTGRESQL) {
            CopyIn.rows(
                    session.locking(),
                    new CopyIn.Table<>("contact", ContactColumns.NAMES, creations, contact),
                    new CopyIn.Table<>("contact_event", JdbiContactEvents.NAMES, creations, event));
        } else {
            session.writeEach(organization, ContactColumns.INSERT, creations, contact::accept);
            session.writeEach(organization, JdbiContactEvents.INSERT, creations, event::accept);
            session.writeEach(organization, MatchKeyRows.INSERT, withKeys(contacts), ManyContacts::keys);
        }
        FanOut.addAll(session, organization, creations);
        count(contacts);
    }

    private static List<Contact> withKeys(List<Contact> contacts) {
        return contacts.stream().filter(c -> !MatchKeys.of(c).isEmpty()).toList();
    }

    private static void keys(Values row, Contact contact) {
        row.uuid("keyed", contact.id().value()).texts("keys", MatchKeys.of(contact));
    }

    private void count(List<Contact> contacts) {
        Writes tags = new Writes(organization);
        List<String> all =
                contacts.stream().flatMap(contact -> contact.tags().stream()).toList();
        if (!all.isEmpty()) {
            Contact first = contacts.get(0);
            Tally.note(
                    tags,
                    ContactWriting.countedAs(first.status()),
                    0,
                    List.of(),
                    all,
                    first.revision().createdAt());
            session.write(tags);
        }
        Map<String, Long> counts = new TreeMap<>();
        contacts.forEach(contact -> counts.merge(ContactWriting.countedAs(contact.status()), 1L, Long::sum));
        counts.forEach((kind, count) -> {
            Writes writes = new Writes(organization);
            Tally.count(writes, kind, count);
            session.write(writes);
        });
    }
}
