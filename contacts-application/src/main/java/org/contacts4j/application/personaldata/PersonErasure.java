package org.contacts4j.application.personaldata;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.write.ContactChanges;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Visibility;

/**
 * The part of an erasure that happens in one transaction: everything that refers to the contact by its id.
 *
 * @param known the records that were found before
 * @param failedRows the number of failed rows that were deleted before
 * @param warnings the number of warnings of imports that were deleted before
 */
record PersonErasure(PersonalData known, Person person, int failedRows, int warnings, List<Mention> mentions) {

    /** Deletes the records. Returns empty, and changes nothing, if the contact has changed since it was found. */
    Optional<Erasure> run(Transaction tx, Caller caller, Ids ids, Instant now) {
        OrganizationId organization = caller.organization();
        ContactId id = known.id();
        Optional<Contact> contact = tx.contacts().lock(organization, Visibility.everything(), id);
        List<ContactEvent> latest = tx.events().latest(organization, id, 1);
        if (!ids(latest).equals(ids(known.events().stream().limit(1).toList()))) {
            return Optional.empty();
        }
        long comments = count(tx.comments().page(organization, id, Slice.first(1)));
        int attachments = tx.attachments().of(organization, id).size();
        int deliveries = tx.deliveries().erase(organization, id);
        int events = tx.events().erase(organization, id);
        int answers = tx.idempotencyRecords().removeContaining(organization, person.written());
        long version = contact.map(found -> found.revision().version())
                .orElseGet(() -> latest.get(0).version());
        ContactEvent erasure = ContactEvent.erased(ids.next(), id, version, caller.member(), now);
        if (contact.isPresent()) {
            ContactChanges changes = new ContactChanges(tx, caller, ids);
            changes.releaseReportsOf(id, now);
            changes.erased(contact.get(), erasure);
        } else {
            tx.events().append(organization, erasure);
        }
        Erasure.Removed removed = new Erasure.Removed(
                contact.isPresent() ? 1 : 0,
                known.links().size(),
                comments,
                attachments,
                events,
                deliveries,
                failedRows,
                warnings,
                answers);
        return Optional.of(new Erasure(id, now, caller.member(), removed, mentions));
    }

    private static List<UUID> ids(List<ContactEvent> events) {
        return events.stream().map(ContactEvent::id).toList();
    }

    private static long count(Page<?> page) {
        return Objects.requireNonNull(page.total()).count();
    }
}
