package org.contacts4j.inmemory.attachment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.attachment.Attachments;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.Uuids;
import org.contacts4j.inmemory.record.Constraints;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;

public record InMemoryAttachments(StoredTransaction tx) implements Attachments {

    private static final Comparator<Attachment> OLDEST_FIRST = Comparator.comparing(Attachment::uploadedAt)
            .thenComparing(attachment -> attachment.id().value(), Uuids::compare);

    @Override
    public void insert(OrganizationId organization, Attachment attachment) {
        Records records = tx.recordsOf(organization);
        Constraints.require(
                records.contacts.containsKey(attachment.contactId()), "the attachment's contact is not there");
        tx.changes().put(records.attachments, attachment.id(), attachment);
    }

    @Override
    public Optional<Attachment> find(OrganizationId organization, AttachmentId id) {
        return Optional.ofNullable(tx.recordsOf(organization).attachments.get(id));
    }

    @Override
    public List<Attachment> of(OrganizationId organization, ContactId contact) {
        return tx.recordsOf(organization).attachments.values().stream()
                .filter(attachment -> attachment.contactId().equals(contact))
                .sorted(OLDEST_FIRST.reversed())
                .toList();
    }

    @Override
    public void delete(OrganizationId organization, Attachment attachment) {
        if (find(organization, attachment.id()).isPresent()) {
            tx.changes().remove(tx.recordsOf(organization).attachments, attachment.id());
            new InMemoryUnreferencedContents(tx).addMarkedForDeletion(organization, attachment.id());
        }
    }

    @Override
    public long bytesUsed(OrganizationId organization) {
        return tx.recordsOf(organization).attachments.values().stream()
                .mapToLong(Attachment::size)
                .sum();
    }

    @Override
    public long lockBytesUsed(OrganizationId organization) {
        return bytesUsed(organization);
    }
}
