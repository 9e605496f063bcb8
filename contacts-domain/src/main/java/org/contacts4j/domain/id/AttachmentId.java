package org.contacts4j.domain.id;

import java.util.UUID;

/** The identifier of an attachment, unique within its organization. */
public record AttachmentId(UUID value) {

    /** Parses the 36-character text form. Malformed text yields the nil id, which names no record. */
    public static AttachmentId parse(String text) {
        return new AttachmentId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
