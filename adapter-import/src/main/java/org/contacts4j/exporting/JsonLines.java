package org.contacts4j.exporting;

import java.io.IOException;
import java.io.OutputStream;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.json.Json;
import org.contacts4j.json.canonical.ContactJson;

/** A file with one JSON object in each line. */
final class JsonLines implements ContactsWriter {

    private final OutputStream out;

    JsonLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(Iterable<Contact> contacts) throws IOException {
        for (Contact contact : contacts) {
            out.write(Json.write(ContactJson.from(contact)));
            out.write('\n');
        }
    }

    @Override
    public void end() {
        // A file of lines ends with its last line.
    }
}
