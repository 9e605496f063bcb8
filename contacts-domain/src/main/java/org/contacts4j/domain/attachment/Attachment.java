package org.contacts4j.domain.attachment;

import java.time.Instant;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Role;

/**
 * The metadata of a file attached to a contact. Immutable: attachments are never updated.
 *
 * @param fileName the display name; never a path, and never the location of the content
 * @param contentType the media type, detected from the content
 * @param size the size in bytes
 * @param sha256 the SHA-256 digest of the content: 64 lower-case hexadecimal digits
 */
public record Attachment(
        AttachmentId id,
        ContactId contactId,
        String fileName,
        String contentType,
        long size,
        String sha256,
        MemberId uploadedBy,
        Instant uploadedAt) {

    /** The maximum number of attachments of a contact. */
    public static final int MAX_PER_CONTACT = 500;

    /** Returns whether this is a photo of the person: a picture named {@code photo}, as imports of vCards name it. */
    public boolean isPhoto() {
        return contentType.startsWith("image/") && fileName.startsWith("photo.");
    }

    /**
     * Checks that the caller can delete this attachment.
     *
     * @throws ContactsFailure.Forbidden unless the caller is the uploader or an administrator, and not a viewer
     */
    public void requireModifiableBy(Caller caller) {
        caller.requireWrite();
        if (!uploadedBy.equals(caller.member()) && caller.role() != Role.ADMIN) {
            throw new ContactsFailure.Forbidden("Only its uploader or an administrator can delete an attachment.");
        }
    }
}
