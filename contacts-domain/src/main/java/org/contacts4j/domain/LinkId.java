package org.contacts4j.domain;

import java.util.UUID;

/** Names one link among those of its contact. */
public record LinkId(UUID value) {

    /** Reads the 36-character text form. Anything else becomes an id that names nothing: a malformed id is an unknown one. */
    public static LinkId parse(String text) {
        return new LinkId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
