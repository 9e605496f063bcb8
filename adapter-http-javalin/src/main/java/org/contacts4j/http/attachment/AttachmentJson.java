package org.contacts4j.http.attachment;

import java.util.UUID;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.json.Timestamps;

/**
 * The JSON of an attachment in the canonical API.
 *
 * @param url the path of the content on this server
 */
public record AttachmentJson(
        UUID id,
        UUID contactId,
        String fileName,
        String contentType,
        long size,
        String sha256,
        String url,
        String createdAt,
        String createdBy) {

    public static AttachmentJson from(Attachment attachment) {
        return new AttachmentJson(
                attachment.id().value(),
                attachment.contactId().value(),
                attachment.fileName(),
                attachment.contentType(),
                attachment.size(),
                attachment.sha256(),
                "/api/v1/contacts/" + attachment.contactId() + "/attachments/" + attachment.id(),
                Timestamps.of(attachment.uploadedAt()),
                attachment.uploadedBy().value());
    }
}
