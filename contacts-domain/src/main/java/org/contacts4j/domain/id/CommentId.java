package org.contacts4j.domain.id;

import java.util.UUID;

/** The identifier of a comment, unique within its organization. */
public record CommentId(UUID value) {

    /** Parses the 36-character text form. Malformed text yields the nil id, which names no record. */
    public static CommentId parse(String text) {
        return new CommentId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
