package org.contacts4j.importing;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.vcard.CardPatch;
import org.jspecify.annotations.Nullable;

/**
 * The text of one vCard.
 *
 * @param text the card, without its pictures and other large binary properties
 * @param fault why the card cannot be read; null if it can be
 */
record CardText(String text, @Nullable String fault) {

    static final String BEGIN = "BEGIN:VCARD";
    static final String END = "END:VCARD";

    static boolean isBegin(String line) {
        return is(line, BEGIN);
    }

    static boolean isEnd(String line) {
        return is(line, END);
    }

    private static boolean is(String line, String wanted) {
        return line.strip().toUpperCase(Locale.ROOT).equals(wanted);
    }

    /** Returns the row of the card. */
    ImportRow toRow(long number) {
        @Nullable VCard card = fault == null ? read() : null;
        if (card == null) {
            String why = fault == null ? "is not a vCard" : fault;
            return new ImportRow(number, null, Patch.<Contact>empty().withFault("row", why), List.of(text));
        }
        return new ImportRow(number, CardPatch.idOf(card), CardPatch.of(card), List.of(text));
    }

    private @Nullable VCard read() {
        try (VCardReader reader = new VCardReader(text)) {
            return reader.readNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
