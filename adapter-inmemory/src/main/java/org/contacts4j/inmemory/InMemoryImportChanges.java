package org.contacts4j.inmemory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.application.contact.ContactWithRelations;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.undo.ImportChanges;
import org.contacts4j.application.importing.undo.KeptContact;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.inmemory.record.Key;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;

record InMemoryImportChanges(StoredTransaction tx) implements ImportChanges {

    @Override
    public void add(OrganizationId organization, ImportId id, List<ContactEvent> events) {
        Records records = tx.recordsOf(organization);
        List<ContactId> created = contacts(events, event -> event.type() == ContactEvent.Type.CREATED);
        if (!created.isEmpty()) {
            putCreated(organization, id, created.get(0), created);
        }
        List<ContactEvent> updates = events.stream()
                .filter(event -> event.type() == ContactEvent.Type.UPDATED)
                .toList();
        updates.forEach(event -> append(
                records.importUpdates, new Key(id.value(), event.contact().id().value()), List.of(event.id())));
    }

    private static List<ContactId> contacts(List<ContactEvent> events, Predicate<ContactEvent> wanted) {
        return events.stream().filter(wanted).map(event -> event.contact().id()).toList();
    }

    private <K> void append(Map<K, List<UUID>> lists, K key, List<UUID> more) {
        List<UUID> all = new ArrayList<>(lists.getOrDefault(key, List.of()));
        all.addAll(more);
        tx.changes().put(lists, key, List.copyOf(all));
    }

    private void putCreated(OrganizationId organization, ImportId id, ContactId first, List<ContactId> contacts) {
        tx.changes()
                .put(
                        tx.recordsOf(organization).importCreations,
                        new Key(id.value(), first.value()),
                        new Created(first, contacts));
    }

    @Override
    public Optional<Created> nextCreated(OrganizationId organization, ImportId id, int limit) {
        return lastCreated(organization, id).map(batch -> {
            List<ContactId> all = batch.contacts();
            return new Created(batch.first(), all.subList(Math.max(0, all.size() - limit), all.size()));
        });
    }

    private Optional<Created> lastCreated(OrganizationId organization, ImportId id) {
        return Optional.ofNullable(Key.under(id.value(), tx.recordsOf(organization).importCreations)
                        .lastEntry())
                .map(Map.Entry::getValue);
    }

    @Override
    public void deleteCreated(OrganizationId organization, ImportId id, Created created) {
        Key key = new Key(id.value(), created.first().value());
        NavigableMap<Key, Created> batches = tx.recordsOf(organization).importCreations;
        List<ContactId> all = Objects.requireNonNull(batches.get(key)).contacts();
        List<ContactId> rest = all.subList(0, all.size() - created.contacts().size());
        if (rest.isEmpty()) {
            tx.changes().remove(batches, key);
        } else {
            putCreated(organization, id, created.first(), rest);
        }
    }

    @Override
    public Map<ContactId, List<UUID>> nextUpdated(OrganizationId organization, ImportId id, int limit) {
        Map<ContactId, List<UUID>> next = new LinkedHashMap<>();
        Key.under(id.value(), tx.recordsOf(organization).importUpdates).descendingMap().entrySet().stream()
                .limit(limit)
                .forEach(entry -> next.put(new ContactId(entry.getKey().id()), entry.getValue()));
        return next;
    }

    @Override
    public Map<ContactId, List<UUID>> updatesOf(
            OrganizationId organization, ImportId id, Collection<ContactId> contacts) {
        Map<Key, List<UUID>> updates = tx.recordsOf(organization).importUpdates;
        Map<ContactId, List<UUID>> found = new LinkedHashMap<>();
        contacts.forEach(contact -> Optional.ofNullable(updates.get(new Key(id.value(), contact.value())))
                .ifPresent(events -> found.put(contact, events)));
        return found;
    }

    @Override
    public void deleteUpdated(OrganizationId organization, ImportId id, Collection<ContactId> contacts) {
        contacts.forEach(contact ->
                tx.changes().remove(tx.recordsOf(organization).importUpdates, new Key(id.value(), contact.value())));
    }

    @Override
    public void addUndone(OrganizationId organization, ImportId id, Map<ContactId, List<UUID>> events) {
        Records records = tx.recordsOf(organization);
        events.forEach((contact, ids) -> append(records.undoneEvents, new Key(contact.value(), id.value()), ids));
    }

    @Override
    public Map<ContactId, List<UUID>> undoneOf(OrganizationId organization, Collection<ContactId> contacts) {
        Records records = tx.recordsOf(organization);
        return contacts.stream()
                .collect(Collectors.toMap(
                        contact -> contact,
                        contact -> Key.under(contact.value(), records.undoneEvents).values().stream()
                                .flatMap(List::stream)
                                .toList()));
    }

    @Override
    public Set<ContactId> lockUnused(OrganizationId organization, Collection<ContactId> contacts) {
        return contacts.stream()
                .filter(contact -> tx.contacts()
                        .findWithRelations(organization, Visibility.everything(), contact)
                        .filter(found -> !isUsed(organization, found))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private boolean isUsed(OrganizationId organization, ContactWithRelations found) {
        ContactId id = found.contact().id();
        return found.hasComments()
                || tx.attachments().of(organization, id).stream()
                        .anyMatch(attachment -> attachment
                                .uploadedAt()
                                .isAfter(found.contact().revision().createdAt()))
                || found.hasLinks()
                || !tx.contacts().lockReportsTo(organization, id, 1).isEmpty()
                || tx.contacts()
                        .findAtCompany(organization, Visibility.everything(), id)
                        .filter(ContactAtCompany::primary)
                        .isPresent();
    }

    @Override
    public void addKept(OrganizationId organization, ImportId id, Map<ContactId, KeptContact.Reason> reasons) {
        reasons.forEach((contact, reason) -> tx.changes()
                .put(tx.recordsOf(organization).keptContacts, new Key(id.value(), contact.value()), reason));
    }

    @Override
    public List<KeptContact> kept(OrganizationId organization, Visibility visibility, ImportId id, int limit) {
        return Key.under(id.value(), tx.recordsOf(organization).keptContacts).entrySet().stream()
                .limit(limit)
                .map(entry -> {
                    ContactId contact = new ContactId(entry.getKey().id());
                    return KeptContact.of(contact, name(organization, visibility, contact), entry.getValue());
                })
                .toList();
    }

    private String name(OrganizationId organization, Visibility visibility, ContactId id) {
        Optional<String> current =
                tx.contacts().find(organization, visibility, id).map(InMemoryImportChanges::fullName);
        Stream<ContactEvent> last = visibility instanceof Visibility.Everything
                ? tx.events().latest(organization, id, 1).stream()
                : Stream.of();
        return current.orElseGet(
                () -> last.map(event -> event.contact().name()).findFirst().orElse(""));
    }

    private static String fullName(Contact contact) {
        return Objects.requireNonNull(contact.name().full());
    }

    @Override
    public boolean delete(OrganizationId organization, ImportId id, int limit) {
        Records records = tx.recordsOf(organization);
        deleteUnder(id, records.importCreations);
        deleteUnder(id, records.importUpdates);
        deleteUnder(id, records.keptContacts);
        records.undoneEvents.keySet().stream()
                .filter(key -> key.id().equals(id.value()))
                .toList()
                .forEach(key -> tx.changes().remove(records.undoneEvents, key));
        return false;
    }

    private <V> void deleteUnder(ImportId id, NavigableMap<Key, V> map) {
        List.copyOf(Key.under(id.value(), map).keySet())
                .forEach(key -> tx.changes().remove(map, key));
    }
}
