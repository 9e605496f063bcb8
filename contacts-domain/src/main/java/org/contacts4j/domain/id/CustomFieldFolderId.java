package org.contacts4j.domain.id;

import java.util.UUID;

/** The identifier of a custom-field folder, unique within its organization. */
public record CustomFieldFolderId(UUID value) {

    /** Parses the 36-character text form. Malformed text yields the nil id, which names no record. */
    public static CustomFieldFolderId parse(String text) {
        return new CustomFieldFolderId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
