package org.contacts4j.application.importing.undo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;

/**
 * The contacts that imports created, and the events of the contacts that they updated. The values before an update are
 * in its event, so nothing of a contact is stored twice. An undo deletes these records as it goes on, and lists the
 * contacts that it keeps.
 */
public interface ImportChanges {

    /** Inserts the contacts of {@code CREATED} events and the {@code UPDATED} events of an import. */
    void add(OrganizationId organization, ImportId id, List<ContactEvent> events);

    /** Returns at most {@code limit} contacts that the import created, in order of creation; those of the last rows first. */
    Optional<Created> nextCreated(OrganizationId organization, ImportId id, int limit);

    /** Deletes the record of these contacts. */
    void deleteCreated(OrganizationId organization, ImportId id, Created created);

    /** Returns the ids of the import's events of at most {@code limit} contacts by contact, latest contact first. */
    Map<ContactId, List<UUID>> nextUpdated(OrganizationId organization, ImportId id, int limit);

    /** Returns the ids of the import's update events of these contacts by contact. */
    Map<ContactId, List<UUID>> updatesOf(OrganizationId organization, ImportId id, Collection<ContactId> contacts);

    /** Deletes the record of the import's updates of these contacts. */
    void deleteUpdated(OrganizationId organization, ImportId id, Collection<ContactId> contacts);

    /**
     * Records update events of contacts whose effects are undone: those of the import, and those of its undo. They do
     * not prevent the undo of an earlier import.
     */
    void addUndone(OrganizationId organization, ImportId id, Map<ContactId, List<UUID>> events);

    /** Returns the ids of the events of these contacts whose effects are undone, whichever import was undone. */
    Map<ContactId, List<UUID>> undoneOf(OrganizationId organization, Collection<ContactId> contacts);

    /**
     * Locks contacts so that no record that refers to them can be inserted, and returns those to which none refers: no
     * comment or link, no attachment that is younger than the contact, no contact as manager and no company as primary
     * contact.
     */
    Set<ContactId> lockUnused(OrganizationId organization, Collection<ContactId> contacts);

    /** Inserts contacts that an undo keeps, with the reasons. */
    void addKept(OrganizationId organization, ImportId id, Map<ContactId, KeptContact.Reason> reasons);

    /** Returns at most {@code limit} contacts that the undo of the import kept, by id. */
    List<KeptContact> kept(OrganizationId organization, Visibility visibility, ImportId id, int limit);

    /**
     * Deletes records of an import.
     *
     * @param limit the maximum number of records of each kind to delete
     * @return whether there may be more
     */
    boolean delete(OrganizationId organization, ImportId id, int limit);

    /**
     * Contacts that an import created together.
     *
     * @param first the first contact of the batch that created them, which identifies the batch
     * @param contacts the last contacts of that batch that are recorded, at least one, in order of creation
     */
    record Created(ContactId first, List<ContactId> contacts) {
        public Created {
            contacts = List.copyOf(contacts);
        }
    }
}
