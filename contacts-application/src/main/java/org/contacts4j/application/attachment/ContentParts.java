package org.contacts4j.application.attachment;

import java.util.Optional;
import org.contacts4j.domain.AttachmentId;
import org.contacts4j.domain.OrganizationId;

/** Content of attachments that a store keeps itself, in parts. */
public interface ContentParts {

    /** Keeps a part. */
    void insert(OrganizationId organization, AttachmentId id, int number, byte[] part);

    /** The part of this number; nothing behind the last one. */
    Optional<byte[]> find(OrganizationId organization, AttachmentId id, int number);

    /** Forgets some of the parts, at most {@code limit}; false when none was there. */
    boolean delete(OrganizationId organization, AttachmentId id, int limit);
}
