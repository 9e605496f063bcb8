package org.contacts4j.application.attachment;

import java.io.InputStream;
import java.time.Clock;
import java.util.function.Function;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.attachment.upload.Upload;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.attachment.ContentType;
import org.contacts4j.domain.attachment.FileName;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;

/** The upload of content. In the end, either an attachment references the content or nothing of it remains. */
record Uploads(CurrentStore store, Contents contents, AttachmentLimits limits, Clock clock, Ids ids) {

    /**
     * Stores content and then attaches it.
     *
     * @param attach creates the attachment; if it throws, the content is deleted
     */
    <T> T receive(OrganizationId organization, String sentName, InputStream content, Function<Upload, T> attach) {
        Upload upload = receive(organization, sentName, content);
        try {
            return attach.apply(upload);
        } catch (RuntimeException | Error e) {
            store.afterRollback(() -> discard(organization, upload.id(), e));
            throw e;
        }
    }

    /** Stores content, which the caller must attach or {@linkplain #discard discard}. */
    Upload receive(OrganizationId organization, String sentName, InputStream content) {
        return received(organization, new AttachmentId(ids.next()), FileName.checked(sentName), content);
    }

    /** Stores the content. Its record is committed first, so that the content is found if the process dies. */
    private Upload received(OrganizationId organization, AttachmentId id, String fileName, InputStream content) {
        store.apart().write(tx -> {
            checkQuota(tx.attachments().bytesUsed(organization), 1);
            tx.unreferencedContents().add(organization, id, clock.instant());
            return id;
        });
        try {
            return store(organization, id, fileName, content);
        } catch (RuntimeException | Error e) {
            discard(organization, id, e);
            throw e;
        }
    }

    /** Throws {@link ContactsFailure.QuotaExceeded} if {@code more} bytes would exceed the organization's limit. */
    void checkQuota(long bytesUsed, long more) {
        if (bytesUsed + more > limits.maxBytes()) {
            throw new ContactsFailure.QuotaExceeded(limits.maxBytes());
        }
    }

    /**
     * Marks the content for deletion unless an attachment references it. A sweep during the upload deletes the record,
     * but parts may have been written afterwards. The record is then inserted again. Returns false if an attachment
     * references the content.
     */
    private boolean isMarkedForDeletion(Transaction tx, OrganizationId organization, AttachmentId id) {
        if (tx.attachments().find(organization, id).isPresent()) {
            return false;
        }
        if (!tx.unreferencedContents().markForDeletion(organization, id)) {
            tx.unreferencedContents().add(organization, id, clock.instant());
            tx.unreferencedContents().markForDeletion(organization, id);
        }
        return true;
    }

    private Upload store(OrganizationId organization, AttachmentId id, String fileName, InputStream content) {
        // Not closed: the code that opened the content closes it.
        MeasuredStream measured = new MeasuredStream(content, limits.maxFileBytes());
        contents.store(organization, id, measured);
        String type = ContentType.of(measured.head(), fileName);
        return new Upload(id, fileName, type, measured.size(), measured.sha256Hex());
    }

    /** Deletes the content, unless {@code attach} committed the attachment before it failed. */
    private void discard(OrganizationId organization, AttachmentId id, Throwable reason) {
        try {
            discard(organization, id);
        } catch (RuntimeException e) {
            // The record still exists, and ContentSweep will delete the content.
            reason.addSuppressed(e);
        }
    }

    /** Deletes the content, unless an attachment references it. */
    void discard(OrganizationId organization, AttachmentId id) {
        if (store.apart().write(tx -> isMarkedForDeletion(tx, organization, id))) {
            new ContentRemoval(store.apart(), contents).remove(organization, id);
        }
    }
}
