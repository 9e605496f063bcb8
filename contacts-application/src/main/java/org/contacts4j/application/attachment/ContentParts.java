package org.contacts4j.application.attachment;

import java.util.Optional;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;

/** Attachment content that the store itself holds, in parts. */
public interface ContentParts {

    /** Inserts a part. */
    void insert(OrganizationId organization, AttachmentId id, int number, byte[] part);

    /** Returns the part with this number; empty after the last part. */
    Optional<byte[]> find(OrganizationId organization, AttachmentId id, int number);

    /** Deletes at most {@code limit} parts. Returns false if no part was left. */
    boolean delete(OrganizationId organization, AttachmentId id, int limit);
}
