package org.contacts4j.domain.contact.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * An event of a contact. It is stored in the transaction of the change itself. The timeline, the change feed and the
 * webhooks all read this event log.
 *
 * @param id the event's id, which also orders the events of a contact
 * @param contact the contact after the event; for a deletion, the contact before it
 * @param version the contact's version at the event
 * @param by null if the caller was anonymous
 * @param changes the changed fields by name; plain data
 */
public record ContactEvent(
        UUID id,
        Type type,
        Subject contact,
        long version,
        Instant at,
        @Nullable MemberId by,
        Map<String, FieldChange> changes) {

    /** The type of a contact event. */
    public enum Type {
        CREATED,
        UPDATED,
        DELETED,
        /** The contact became the primary contact of its company. */
        PRIMARY_SET,
        /** The contact and everything stored about the person was erased, including all earlier events. */
        ERASED
    }

    /** The contact data that an event carries (the webhook payload of GLAPI's contacts page). */
    public record Subject(
            ContactId id,
            String name,
            @Nullable String email,
            @Nullable CompanyId company,
            ContactStatus status) {

        static Subject of(Contact contact) {
            return new Subject(
                    contact.id(),
                    contact.name().full(),
                    contact.email(),
                    contact.job().companyId(),
                    contact.status());
        }
    }

    /**
     * A field's values before and after a change.
     *
     * @param before null if the field was unset
     * @param after null if the field is now unset
     */
    public record FieldChange(
            @Nullable Object before, @Nullable Object after) {}

    public ContactEvent {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /** Returns a creation event. Caller and time come from the contact's revision; each set field was unset before. */
    public static ContactEvent created(UUID id, Contact contact) {
        return atRevision(id, Type.CREATED, contact, FieldHistory.between(null, contact));
    }

    /** Returns an update event with the fields that differ. Caller and time come from the revision of {@code after}. */
    public static ContactEvent updated(UUID id, Contact before, Contact after) {
        return atRevision(id, Type.UPDATED, after, FieldHistory.between(before, after));
    }

    /** Returns a deletion event. Each field of the contact becomes unset. */
    public static ContactEvent deleted(UUID id, Contact contact, MemberId by, Instant at) {
        return of(id, Type.DELETED, contact, by, at, FieldHistory.between(contact, null));
    }

    /**
     * Returns the event of a contact that became its company's primary contact. No field of the contact changes.
     *
     * @param by null if the caller was anonymous
     */
    public static ContactEvent primarySet(UUID id, Contact contact, @Nullable MemberId by, Instant at) {
        return of(id, Type.PRIMARY_SET, contact, by, at, Map.of());
    }

    /**
     * Returns the event of an erasure. It contains no data of the person: the name is empty, and the status that of a new
     * contact.
     *
     * @param version the last version of the contact
     */
    public static ContactEvent erased(UUID id, ContactId contact, long version, MemberId by, Instant at) {
        Subject nobody = new Subject(contact, "", null, null, ContactStatus.ACTIVE);
        return new ContactEvent(id, Type.ERASED, nobody, version, at, by, Map.of());
    }

    /** Returns whether the event changed the contact's status. */
    public boolean changedStatus() {
        return type == Type.UPDATED && changes.containsKey(ContactField.STATUS.name());
    }

    /**
     * Returns the contact with the values that the changed fields had before this event, at the same revision. A linked
     * company has the name that it had then.
     */
    public Contact revert(Contact changed) {
        return FieldReversal.revert(changed, changes);
    }

    private static ContactEvent atRevision(UUID id, Type type, Contact contact, Map<String, FieldChange> changes) {
        return of(
                id,
                type,
                contact,
                contact.revision().updatedBy(),
                contact.revision().updatedAt(),
                changes);
    }

    private static ContactEvent of(
            UUID id, Type type, Contact contact, @Nullable MemberId by, Instant at, Map<String, FieldChange> changes) {
        return new ContactEvent(
                id, type, Subject.of(contact), contact.revision().version(), at, by, changes);
    }
}
