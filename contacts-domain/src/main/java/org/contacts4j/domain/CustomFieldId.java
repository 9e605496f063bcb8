package org.contacts4j.domain;

import java.util.UUID;

/** Names the definition of one custom field inside its organisation. */
public record CustomFieldId(UUID value) {

    /** Reads the 36-character text form. Anything else becomes an id that names nothing: a malformed id is an unknown one. */
    public static CustomFieldId parse(String text) {
        return new CustomFieldId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
