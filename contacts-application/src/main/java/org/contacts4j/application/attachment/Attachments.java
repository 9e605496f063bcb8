package org.contacts4j.application.attachment;

import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.AttachmentId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.attachment.Attachment;

/**
 * The attachments that are kept, apart from their content. Those of another organisation are as good as not there, and
 * those of a contact go with it. The content of one that is gone is {@linkplain UnreferencedContents loose and doomed} from the
 * same moment on.
 */
public interface Attachments {

    /** Keeps a new attachment. The contact must exist, and the content must be kept already. */
    void insert(OrganizationId organization, Attachment attachment);

    /** The attachment as it is. */
    Optional<Attachment> find(OrganizationId organization, AttachmentId id);

    /** The contact's attachments, the newest first; at most {@link Attachment#MAX_PER_CONTACT}. */
    List<Attachment> of(OrganizationId organization, ContactId contact);

    /** Forgets an attachment, and dooms its content. */
    void delete(OrganizationId organization, Attachment attachment);

    /** The bytes of all of the organisation's attachments together. */
    long bytesUsed(OrganizationId organization);

    /** The same, held against other writers until the transaction ends. */
    long lockBytesUsed(OrganizationId organization);
}
