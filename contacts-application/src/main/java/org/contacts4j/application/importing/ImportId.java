package org.contacts4j.application.importing;

import java.util.UUID;
import org.contacts4j.domain.ContactId;

/** Names one import that runs by itself, inside its organisation. */
public record ImportId(UUID value) {

    /** Reads the text form. Anything else becomes an id that names nothing: a malformed id is an unknown one. */
    public static ImportId parse(String text) {
        return new ImportId(ContactId.parse(text).value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
