package org.contacts4j.exporting;

import ezvcard.io.json.JCardWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.vcard.ContactCard;

/** A JSON array of vCards. */
final class Jcards implements ContactsWriter {

    private final JCardWriter cards;
    private final OutputStream out;
    private final Photos photos;
    private boolean isEmpty = true;

    Jcards(OutputStream out, Photos photos) {
        this.out = out;
        this.photos = photos;
        cards = new JCardWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
        cards.setAddProdId(false);
        cards.setVersionStrict(false);
    }

    @Override
    public void write(Iterable<Contact> contacts) throws IOException {
        for (Contact contact : contacts) {
            cards.write(ContactCard.of(contact, photos.of(contact).orElse(null)));
            isEmpty = false;
        }
        cards.flush();
    }

    @Override
    public void end() throws IOException {
        if (isEmpty) {
            // The writer begins the array with the first card.
            out.write(new byte[] {'[', ']'});
        } else {
            cards.closeJsonStream();
            cards.flush();
        }
    }
}
