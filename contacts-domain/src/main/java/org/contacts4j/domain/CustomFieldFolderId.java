package org.contacts4j.domain;

import java.util.UUID;

/** Names one folder of custom fields inside its organisation. */
public record CustomFieldFolderId(UUID value) {

    /** Reads the 36-character text form. Anything else becomes an id that names nothing: a malformed id is an unknown one. */
    public static CustomFieldFolderId parse(String text) {
        return new CustomFieldFolderId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
