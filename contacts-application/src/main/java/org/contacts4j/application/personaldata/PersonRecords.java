package org.contacts4j.application.personaldata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.webhook.Delivery;

/** The records of one contact, which may have been deleted. */
record PersonRecords(Transaction tx, OrganizationId organization, ContactId id) {

    private static final int MAX = PersonalData.MAX_ITEMS;

    /** Returns the earlier erasure of this contact. */
    Optional<Erasure> erasure() {
        return tx.events().latest(organization, id, 1).stream()
                .filter(event -> event.type() == ContactEvent.Type.ERASED)
                .findFirst()
                .map(event -> new Erasure(id, event.at(), event.by(), Erasure.Removed.NOTHING, List.of()));
    }

    /**
     * Returns the records, without texts of other records.
     *
     * @throws ContactsFailure.ContactNotFound if there is neither a contact nor an event of one
     */
    PersonalData collect() {
        Optional<Contact> contact = tx.contacts().find(organization, Visibility.everything(), id);
        List<ContactEvent> events = tx.events().latest(organization, id, MAX);
        if ((contact.isEmpty() && events.isEmpty()) || erasure().isPresent()) {
            throw new ContactsFailure.ContactNotFound();
        }
        List<Link> links = tx.links().of(organization, id);
        List<Comment> comments =
                tx.comments().page(organization, id, Slice.first(MAX)).items();
        List<Attachment> attachments = tx.attachments().of(organization, id);
        List<Delivery> deliveries = tx.deliveries().ofContact(organization, id, MAX);
        List<String> truncated = new ArrayList<>();
        addIfFull(truncated, "comments", comments);
        addIfFull(truncated, "events", events);
        addIfFull(truncated, "deliveries", deliveries);
        return new PersonalData(
                id,
                contact.orElse(null),
                links,
                comments,
                attachments,
                events,
                deliveries,
                tx.matchCandidates().remembered(organization, id).stream()
                        .sorted()
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                truncated);
    }

    static void addIfFull(List<String> truncated, String name, Collection<?> list) {
        if (list.size() >= MAX) {
            truncated.add(name);
        }
    }
}
