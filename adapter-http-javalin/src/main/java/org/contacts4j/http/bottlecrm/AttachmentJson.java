package org.contacts4j.http.bottlecrm;

import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.http.json.JsonWriter;
import org.contacts4j.http.json.Timestamps;

/** An attachment as the guide shows it, with what the product's clients look for besides. */
final class AttachmentJson {

    static final JsonWriter<Attachment> ATTACHMENT = new JsonWriter<Attachment>()
            .id("id", Attachment::id)
            .text("attachment", AttachmentJson::path)
            .id("contact", Attachment::contactId)
            .text("created_on", attachment -> Timestamps.of(attachment.uploadedAt()))
            .id("created_by", Attachment::uploadedBy)
            .text("file_name", Attachment::fileName)
            .text("file_path", AttachmentJson::path)
            .text("created_at", attachment -> Timestamps.of(attachment.uploadedAt()));

    private AttachmentJson() {}

    /** Where the content is: the guide has no route of its own for that. */
    private static String path(Attachment attachment) {
        return "/api/v1/contacts/" + attachment.contactId() + "/attachments/" + attachment.id();
    }
}
