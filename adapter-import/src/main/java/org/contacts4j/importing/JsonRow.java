package org.contacts4j.importing;

import java.util.List;
import java.util.Map;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.json.Json;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/** The rows of JSON files: one object for each contact. */
final class JsonRow {

    private JsonRow() {}

    /** Reads a row. The row has a validation error if its text is not a JSON object. */
    static ImportRow of(long number, String text) {
        try {
            Map<?, ?> object = Json.readObject(text);
            return new ImportRow(number, idOf(object), ContactJson.read(object), List.of(text));
        } catch (ContactsFailure.Invalid invalid) {
            return refused(number, text, invalid.faults().get(0).message());
        }
    }

    /** Returns a row that fails. */
    static ImportRow refused(long number, String text, String why) {
        return new ImportRow(number, null, Patch.<Contact>empty().withFault("row", why), List.of(text));
    }

    private static @Nullable String idOf(Map<?, ?> object) {
        return object.get("id") instanceof String id ? id : null;
    }
}
