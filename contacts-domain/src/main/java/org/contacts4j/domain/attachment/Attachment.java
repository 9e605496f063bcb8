package org.contacts4j.domain.attachment;

import java.time.Instant;
import org.contacts4j.domain.AttachmentId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Role;

/**
 * A file that belongs to a contact, apart from its content. It never changes.
 *
 * @param fileName what people call it; never a path, and never where the content is kept
 * @param contentType its media type, as its content shows
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal, 64 lower-case digits
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

    /** The most attachments that a contact has. */
    public static final int MAX_PER_CONTACT = 500;

    /** Throws {@link ContactsFailure.Forbidden} unless the caller uploaded this, or is an administrator. */
    public void mustBeInHandsOf(Caller caller) {
        caller.mustBeAbleToWrite();
        if (!uploadedBy.equals(caller.member()) && caller.role() != Role.ADMIN) {
            throw new ContactsFailure.Forbidden("Only its uploader or an administrator can delete an attachment.");
        }
    }
}
