package org.contacts4j.inmemory.attachment;

import java.time.Instant;
import java.util.List;
import org.contacts4j.application.attachment.UnreferencedContents;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.Records.ContentNote;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

public record InMemoryUnreferencedContents(StoredTransaction tx) implements UnreferencedContents {

    @Override
    public void add(OrganizationId organization, AttachmentId id, Instant since) {
        tx.changes().put(tx.recordsOf(organization).unreferencedContents, id, new ContentNote(since, false));
    }

    @Override
    public boolean claim(OrganizationId organization, AttachmentId id) {
        @Nullable
        ContentNote note = tx.recordsOf(organization).unreferencedContents.get(id);
        if (note == null || note.markedForDeletion()) {
            return false;
        }
        forget(organization, id);
        return true;
    }

    @Override
    public boolean markForDeletion(OrganizationId organization, AttachmentId id) {
        boolean isNoted = tx.recordsOf(organization).unreferencedContents.containsKey(id);
        if (isNoted) {
            addMarkedForDeletion(organization, id);
        }
        return isNoted;
    }

    @Override
    public List<AttachmentId> markedForDeletion(OrganizationId organization, Instant before, int limit) {
        Records records = tx.recordsOf(organization);
        List<AttachmentId> due = records.unreferencedContents.entrySet().stream()
                .filter(entry -> entry.getValue().isDue(before))
                .map(entry -> entry.getKey())
                .limit(limit)
                .toList();
        due.forEach(id -> addMarkedForDeletion(organization, id));
        return due;
    }

    @Override
    public void forget(OrganizationId organization, AttachmentId id) {
        tx.changes().remove(tx.recordsOf(organization).unreferencedContents, id);
    }

    void addMarkedForDeletion(OrganizationId organization, AttachmentId id) {
        tx.changes().put(tx.recordsOf(organization).unreferencedContents, id, new ContentNote(Instant.EPOCH, true));
    }
}
