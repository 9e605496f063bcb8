package org.contacts4j.importing;

import java.util.List;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.importing.column.UnknownMembers;
import org.contacts4j.json.Json;

/** The rows of JSON files: one object for each contact. */
final class JsonRow {

    private JsonRow() {}

    /** Reads a row. The row has a validation error if its text is not a JSON object. */
    static ImportRow of(long number, String text, UnknownMembers unknown) {
        try {
            return unknown.read(number, Json.readObject(text), List.of(text));
        } catch (ContactsFailure.Invalid invalid) {
            return refused(number, text, invalid.faults().get(0).message());
        }
    }

    /** Returns a row that fails. */
    static ImportRow refused(long number, String text, String why) {
        return new ImportRow(number, null, Patch.<Contact>empty().withFault("row", why), List.of(text));
    }
}
