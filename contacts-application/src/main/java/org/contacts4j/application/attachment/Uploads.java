package org.contacts4j.application.attachment;

import java.io.InputStream;
import java.time.Clock;
import java.util.function.Function;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.AttachmentId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.attachment.ContentType;
import org.contacts4j.domain.attachment.FileName;

/** Takes content in, so that either an attachment has it in the end or nothing of it is left. */
record Uploads(Store store, Contents contents, AttachmentLimits limits, Clock clock, Ids ids) {

    /**
     * Keeps content, and then has it attached.
     *
     * @param attach makes an attachment of it; when that throws, the content is removed
     */
    <T> T take(OrganizationId organization, String sentName, InputStream content, Function<Upload, T> attach) {
        String fileName = FileName.checked(sentName);
        AttachmentId id = new AttachmentId(ids.next());
        store.write(tx -> {
            checkQuota(tx.attachments().bytesUsed(organization), 1);
            tx.unreferencedContents().note(organization, id, clock.instant());
            return id;
        });
        try {
            return attach.apply(keep(organization, id, fileName, content));
        } catch (RuntimeException | Error e) {
            discard(organization, id, e);
            throw e;
        }
    }

    /** Throws {@link ContactsFailure.QuotaExceeded} when so much more would be too much. */
    void checkQuota(long bytesUsed, long more) {
        if (bytesUsed + more > limits.maxBytes()) {
            throw new ContactsFailure.QuotaExceeded(limits.maxBytes());
        }
    }

    /** Content that was swept while it arrived has no note any more, but parts of it may have come afterwards. */
    private boolean isDoomed(Transaction tx, OrganizationId organization, AttachmentId id) {
        if (tx.attachments().find(organization, id).isPresent()) {
            return false;
        }
        if (!tx.unreferencedContents().doom(organization, id)) {
            tx.unreferencedContents().note(organization, id, clock.instant());
            tx.unreferencedContents().doom(organization, id);
        }
        return true;
    }

    private Upload keep(OrganizationId organization, AttachmentId id, String fileName, InputStream content) {
        // Not closed: whoever opened the content closes it.
        MeasuredStream measured = new MeasuredStream(content, limits.maxFileBytes());
        contents.keep(organization, id, measured);
        String type = ContentType.of(measured.head(), fileName);
        return new Upload(id, fileName, type, measured.size(), measured.sha256Hex());
    }

    /** Whoever was to attach the content may have done so before they failed: then it stays. */
    private void discard(OrganizationId organization, AttachmentId id, Throwable reason) {
        try {
            if (store.write(tx -> isDoomed(tx, organization, id))) {
                new ContentRemoval(store, contents).remove(organization, id);
            }
        } catch (RuntimeException e) {
            // The note is there still, and ContentSweep will come to it.
            reason.addSuppressed(e);
        }
    }
}
