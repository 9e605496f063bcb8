package org.contacts4j.exporting;

import java.io.IOException;
import org.contacts4j.domain.contact.Contact;

/** A writer of the contacts of one file. It writes through: after each method, the output has everything. */
public interface ContactsWriter {

    /** Writes the next contacts. */
    void write(Iterable<Contact> contacts) throws IOException;

    /** Writes what follows the last contact. Does not close the output. */
    void end() throws IOException;
}
