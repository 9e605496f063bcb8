package org.contacts4j.http.bottlecrm.json;

import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.json.JsonWriter;
import org.contacts4j.json.Timestamps;

/** The JSON of an attachment: the members of BottleCRM's API guide and those that BottleCRM's clients read. */
public final class AttachmentJson {

    public static final JsonWriter<Attachment> ATTACHMENT = new JsonWriter<Attachment>()
            .id("id", Attachment::id)
            .text("attachment", AttachmentJson::path)
            .id("contact", Attachment::contactId)
            .text("created_on", attachment -> Timestamps.of(attachment.uploadedAt()))
            .id("created_by", Attachment::uploadedBy)
            .text("file_name", Attachment::fileName)
            .text("file_path", AttachmentJson::path)
            .text("created_at", attachment -> Timestamps.of(attachment.uploadedAt()));

    private AttachmentJson() {}

    /** Returns the path of the content in the canonical API. BottleCRM's API guide has no route for it. */
    private static String path(Attachment attachment) {
        return "/api/v1/contacts/" + attachment.contactId() + "/attachments/" + attachment.id();
    }
}
