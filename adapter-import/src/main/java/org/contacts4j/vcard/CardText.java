package org.contacts4j.vcard;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * The text of one vCard.
 *
 * @param text the card, without its pictures and other large binary properties
 * @param fault why the card cannot be read; null if it can be
 */
public record CardText(String text, @Nullable String fault) {

    /** The first line of a card. */
    public static final String BEGIN = "BEGIN:VCARD";

    static final String END = "END:VCARD";

    /** Returns whether the line begins a card, in any case. */
    public static boolean isBegin(String line) {
        return is(line, BEGIN);
    }

    static boolean isEnd(String line) {
        return is(line, END);
    }

    private static boolean is(String line, String wanted) {
        return line.strip().toUpperCase(Locale.ROOT).equals(wanted);
    }

    /** Returns the row of the card. */
    public ImportRow toRow(long number) {
        if (fault != null) {
            return refused(number, fault);
        }
        try (VCardReader reader = new VCardReader(text)) {
            @Nullable VCard card = reader.readNext();
            return card == null
                    ? refused(number, "is not a vCard")
                    : new ImportRow(number, CardPatch.idOf(card), CardPatch.of(card), List.of(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException malformed) {
            // The parser reports most malformed values as warnings, but not all of them.
            return refused(number, "cannot be read as a vCard");
        }
    }

    private ImportRow refused(long number, String why) {
        return new ImportRow(number, null, Patch.<Contact>empty().withFault("row", why), List.of(text));
    }
}
