package org.contacts4j.inmemory.contact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.tag.CountedTag;
import org.contacts4j.application.tag.Tags;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.tag.Tag;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.Records.KnownTag;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

public record InMemoryTags(StoredTransaction tx) implements Tags {

    @Override
    public List<CountedTag> list(OrganizationId organization, Visibility visibility, int limit) {
        Records records = tx.recordsOf(organization);
        return records.tags.values().stream()
                .sorted(Comparator.comparing(known -> known.tag().key()))
                .flatMap(known -> seen(records, visibility, known).stream())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<CountedTag> find(OrganizationId organization, Visibility visibility, TagId id) {
        Records records = tx.recordsOf(organization);
        return Optional.ofNullable(records.tags.get(id)).flatMap(known -> seen(records, visibility, known));
    }

    @Override
    public void declare(OrganizationId organization, Tag tag) {
        Records records = tx.recordsOf(organization);
        @Nullable KnownTag known = records.tags.get(tag.id());
        tx.changes().put(records.tags, tag.id(), new KnownTag(known == null ? tag : known.tag(), true));
    }

    @Override
    public void delete(OrganizationId organization, TagId id) {
        tx.changes().remove(tx.recordsOf(organization).tags, id);
    }

    /** Inserts the tags of a contact that are not stored yet. */
    void know(Contact contact) {
        Records records = tx.recordsOf(contact.organizationId());
        for (String name : contact.tags()) {
            Tag tag =
                    Tag.named(contact.organizationId(), name, contact.revision().updatedAt());
            if (!records.tags.containsKey(tag.id())) {
                tx.changes().put(records.tags, tag.id(), new KnownTag(tag, false));
            }
        }
    }

    private static Optional<CountedTag> seen(Records records, Visibility visibility, KnownTag known) {
        long contacts = records.contacts.values().stream()
                .filter(records.shownTo(visibility))
                .filter(contact -> contact.hasTag(known.tag().name()))
                .count();
        boolean isSeen = known.declared() || visibility instanceof Visibility.Everything || contacts > 0;
        return isSeen ? Optional.of(new CountedTag(known.tag(), contacts)) : Optional.empty();
    }
}
