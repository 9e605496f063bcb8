package org.contacts4j.domain.contact;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.domain.CompanyId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a contact. Kept in the transaction of the change itself; the timeline, the change feed and
 * the webhooks all read this one log.
 *
 * @param id orders the events of a contact
 * @param contact the contact after the event; for a deletion, as it was before
 * @param version the contact's version at that moment
 * @param by null when nobody signed in did it
 * @param changes what the event changed, by field name; plain data
 */
public record ContactEvent(
        UUID id,
        Type type,
        Subject contact,
        long version,
        Instant at,
        @Nullable MemberId by,
        Map<String, FieldChange> changes) {

    /** What can happen to a contact. */
    public enum Type {
        CREATED,
        UPDATED,
        DELETED,
        /** It became its company's primary contact. */
        PRIMARY_SET
    }

    /** What listeners are told of the contact (seed 004's webhook payload). */
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
     * One field before and after.
     *
     * @param before null when the field was unset
     * @param after null when the field is unset now
     */
    public record FieldChange(
            @Nullable Object before, @Nullable Object after) {}

    public ContactEvent {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /** A contact was made, by whom and when its revision says; every field that it has was unset before. */
    public static ContactEvent created(UUID id, Contact contact) {
        return atRevision(id, Type.CREATED, contact, FieldHistory.between(null, contact));
    }

    /** A contact was changed, by whom and when the revision of {@code after} says; with the fields that differ. */
    public static ContactEvent updated(UUID id, Contact before, Contact after) {
        return atRevision(id, Type.UPDATED, after, FieldHistory.between(before, after));
    }

    /** A contact was removed; every field that it had is unset now. */
    public static ContactEvent deleted(UUID id, Contact contact, MemberId by, Instant at) {
        return of(id, Type.DELETED, contact, by, at, FieldHistory.between(contact, null));
    }

    /**
     * A contact became its company's primary one, which changes no field of it.
     *
     * @param by null when nobody signed in did it
     */
    public static ContactEvent primarySet(UUID id, Contact contact, @Nullable MemberId by, Instant at) {
        return of(id, Type.PRIMARY_SET, contact, by, at, Map.of());
    }

    /** Whether the event changed the contact's status. */
    public boolean changedStatus() {
        return type == Type.UPDATED && changes.containsKey(ContactField.STATUS.name());
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
