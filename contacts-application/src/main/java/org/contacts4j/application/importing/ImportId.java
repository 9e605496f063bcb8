package org.contacts4j.application.importing;

import java.util.UUID;
import org.contacts4j.domain.id.ContactId;

/** The id of a background import, unique in its organization. */
public record ImportId(UUID value) {

    /** Parses the text form. Malformed text becomes an id that matches no import. */
    public static ImportId parse(String text) {
        return new ImportId(ContactId.parse(text).value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
