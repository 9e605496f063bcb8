package org.contacts4j.application.attachment;

import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;

/**
 * The stored attachments, without their content.
 *
 * <p>Attachments of other organizations are treated as absent. Deleting a contact deletes its attachments. Deleting an
 * attachment marks its content as {@linkplain UnreferencedContents unreferenced and to be deleted} in the same
 * transaction.
 */
public interface Attachments {

    /** Inserts an attachment. The contact must exist, and the content must be stored already. */
    void insert(OrganizationId organization, Attachment attachment);

    /** Returns the attachment with this id. */
    Optional<Attachment> find(OrganizationId organization, AttachmentId id);

    /** Returns the contact's attachments, newest first; at most {@link Attachment#MAX_PER_CONTACT}. */
    List<Attachment> of(OrganizationId organization, ContactId contact);

    /** Deletes an attachment and marks its content for deletion. */
    void delete(OrganizationId organization, Attachment attachment);

    /** Returns the total size of the organization's attachments, in bytes. */
    long bytesUsed(OrganizationId organization);

    /**
     * Returns the total size as {@link #bytesUsed} does, and locks it against other writers until the transaction ends.
     */
    long lockBytesUsed(OrganizationId organization);
}
