package org.contacts4j.domain.id;

import java.util.UUID;

/** The identifier of a link, unique within its contact. */
public record LinkId(UUID value) {

    /** Parses the 36-character text form. Malformed text yields the nil id, which names no record. */
    public static LinkId parse(String text) {
        return new LinkId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
