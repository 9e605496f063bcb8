package org.contacts4j.application.attachment;

import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.AttachmentId;
import org.contacts4j.domain.OrganizationId;

/**
 * Notes of content that belongs to no attachment: it is on its way in, or to be removed. A note is made before the
 * content is, and goes after the content has gone or an attachment has taken it; so nothing is left behind unnoticed
 * whenever the process dies, and nothing that an attachment needs is ever removed.
 */
public interface UnreferencedContents {

    /** Notes that content is about to be kept under this id. */
    void note(OrganizationId organization, AttachmentId id, Instant since);

    /**
     * Takes the note away, for an attachment that has the content from now on.
     *
     * @return false when there is none, or the content is doomed: no attachment can have it then
     */
    boolean claim(OrganizationId organization, AttachmentId id);

    /**
     * Dooms the content: it is to be removed.
     *
     * @return false when an attachment has it, or it has gone
     */
    boolean doom(OrganizationId organization, AttachmentId id);

    /** Dooms what is noted since before a time and was not claimed; at most {@code limit} ids of all that is doomed. */
    List<AttachmentId> doomed(OrganizationId organization, Instant before, int limit);

    /** Takes the note away when the content is gone. */
    void forget(OrganizationId organization, AttachmentId id);
}
