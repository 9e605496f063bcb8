package org.contacts4j.domain.id;

import java.util.UUID;

/** The identifier of a custom-field definition, unique within its organization. */
public record CustomFieldId(UUID value) {

    /** Parses the 36-character text form. Malformed text yields the nil id, which names no record. */
    public static CustomFieldId parse(String text) {
        return new CustomFieldId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
