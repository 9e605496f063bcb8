package org.contacts4j.exporting;

import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.vcard.ContactCard;

/** A file of vCards in UTF-8. */
final class Vcards implements ContactsWriter {

    private final VCardWriter cards;
    private final Photos photos;

    Vcards(OutputStream out, VCardVersion version, Photos photos) {
        this.photos = photos;
        cards = new VCardWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), version);
        cards.setAddProdId(false);
        // Otherwise, properties that only another version defines would be lost.
        cards.setVersionStrict(false);
    }

    @Override
    public void write(Iterable<Contact> contacts) throws IOException {
        for (Contact contact : contacts) {
            cards.write(ContactCard.of(contact, photos.of(contact).orElse(null)));
        }
        cards.flush();
    }

    @Override
    public void end() {
        // A file of vCards ends with its last card.
    }
}
