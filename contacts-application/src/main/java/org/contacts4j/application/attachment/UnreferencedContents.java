package org.contacts4j.application.attachment;

import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;

/**
 * Records of content that belongs to no attachment: it is being uploaded, or is to be deleted.
 *
 * <p>A record is inserted before its content is written. It is deleted after the content is deleted, or when an
 * attachment claims the content. So a process that dies leaves no content without a record, and content that an
 * attachment needs is never deleted.
 */
public interface UnreferencedContents {

    /** Records that content with this id is about to be stored. */
    void add(OrganizationId organization, AttachmentId id, Instant since);

    /**
     * Deletes the record, because an attachment references the content from now on.
     *
     * @return false if there is no record, or the content is marked for deletion; no attachment may reference it then
     */
    boolean claim(OrganizationId organization, AttachmentId id);

    /**
     * Marks the content for deletion.
     *
     * @return false if an attachment references it, or it no longer exists
     */
    boolean markForDeletion(OrganizationId organization, AttachmentId id);

    /**
     * Marks content recorded before a time and not claimed since for deletion. Returns at most {@code limit} ids of all
     * content marked for deletion.
     */
    List<AttachmentId> markedForDeletion(OrganizationId organization, Instant before, int limit);

    /** Deletes the record after its content is deleted. */
    void forget(OrganizationId organization, AttachmentId id);
}
