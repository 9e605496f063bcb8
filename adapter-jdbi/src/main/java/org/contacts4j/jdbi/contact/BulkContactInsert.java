package org.contacts4j.jdbi.contact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.contacts4j.application.contact.NewContact;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.counter.CounterJournal;
import org.contacts4j.jdbi.mapping.ColumnWriter;
import org.contacts4j.jdbi.mapping.CopyIn;
import org.contacts4j.jdbi.sql.PostgresDatabase;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.contacts4j.jdbi.webhook.DeliveryFanOut;

/** Inserts many contacts at once: with COPY on PostgreSQL, with JDBC batches on other databases. */
record BulkContactInsert(UnitOfWork unitOfWork, OrganizationId organization, ContactColumns columns) {

    /** Inserts at least one contact, together with the contacts' events. */
    void insert(List<NewContact> creations) {
        BiConsumer<ColumnWriter, NewContact> contact = (row, c) -> columns.write(row, organization, c.contact());
        BiConsumer<ColumnWriter, NewContact> event = (row, c) -> JdbiContactEvents.write(row, organization, c.event());
        List<Contact> contacts = creations.stream().map(NewContact::contact).toList();
        if (unitOfWork.database() instanceof PostgresDatabase) {
            CopyIn.rows(
                    unitOfWork.locking(),
                    new CopyIn.Table<>("contact", ContactColumns.TABLE.names(), creations, contact),
                    new CopyIn.Table<>("contact_event", JdbiContactEvents.NAMES, creations, event));
        } else {
            unitOfWork.writeEach(organization, ContactColumns.INSERT, creations, contact::accept);
            unitOfWork.writeEach(organization, JdbiContactEvents.INSERT, creations, event::accept);
            unitOfWork.writeEach(organization, MatchKeyRows.INSERT, withKeys(contacts), this::keys);
        }
        DeliveryFanOut.addAll(unitOfWork, organization, creations);
        creations.forEach(creation -> unitOfWork.appended(organization, creation.event()));
        count(contacts);
    }

    private List<Contact> withKeys(List<Contact> contacts) {
        return contacts.stream()
                .filter(c -> !MatchKeys.of(c, columns.numbers()).isEmpty())
                .toList();
    }

    private void keys(ColumnWriter row, Contact contact) {
        row.uuid("keyed", contact.id().value()).texts("keys", MatchKeys.of(contact, columns.numbers()));
    }

    private void count(List<Contact> contacts) {
        StatementBatch tags = new StatementBatch(organization);
        List<String> all =
                contacts.stream().flatMap(contact -> contact.tags().stream()).toList();
        if (!all.isEmpty()) {
            Contact first = contacts.get(0);
            CounterJournal.countWithTags(
                    tags,
                    JdbiContacts.counterKind(first.status()),
                    0,
                    List.of(),
                    all,
                    first.revision().createdAt());
            unitOfWork.write(tags);
        }
        Map<String, Long> counts = new TreeMap<>();
        contacts.forEach(contact -> counts.merge(JdbiContacts.counterKind(contact.status()), 1L, Long::sum));
        counts.forEach((kind, count) -> {
            StatementBatch writes = new StatementBatch(organization);
            CounterJournal.count(writes, kind, count);
            unitOfWork.write(writes);
        });
    }
}
