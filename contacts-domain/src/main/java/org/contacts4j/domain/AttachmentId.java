package org.contacts4j.domain;

import java.util.UUID;

/** Names one attachment among those of its organisation. */
public record AttachmentId(UUID value) {

    /** Reads the 36-character text form. Anything else becomes an id that names nothing: a malformed id is an unknown one. */
    public static AttachmentId parse(String text) {
        return new AttachmentId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
