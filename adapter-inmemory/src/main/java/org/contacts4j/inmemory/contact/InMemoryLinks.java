package org.contacts4j.inmemory.contact;

import java.util.List;
import org.contacts4j.application.link.Links;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.LinkId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.inmemory.record.Constraints;
import org.contacts4j.inmemory.record.Key;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;

public record InMemoryLinks(StoredTransaction tx) implements Links {

    @Override
    public List<Link> of(OrganizationId organization, ContactId contact) {
        return List.copyOf(Key.under(contact.value(), tx.recordsOf(organization).linksOfContacts)
                .values());
    }

    @Override
    public void insert(OrganizationId organization, Link link) {
        Records records = tx.recordsOf(organization);
        Constraints.require(records.contacts.containsKey(link.contactId()), "the link's contact is not there");
        Constraints.require(
                of(organization, link.contactId()).stream().noneMatch(link::isDuplicateOf),
                "the link is there already");
        put(records, link);
    }

    @Override
    public void update(OrganizationId organization, Link link) {
        Records records = tx.recordsOf(organization);
        Constraints.require(records.linksOfContacts.containsKey(keyOf(link)), "the link is not there");
        put(records, link);
    }

    @Override
    public void delete(OrganizationId organization, ContactId contact, LinkId id) {
        tx.changes().remove(tx.recordsOf(organization).linksOfContacts, new Key(contact.value(), id.value()));
    }

    private void put(Records records, Link link) {
        tx.changes().put(records.linksOfContacts, keyOf(link), link);
    }

    private static Key keyOf(Link link) {
        return new Key(link.contactId().value(), link.id().value());
    }
}
