package org.contacts4j.vcard;

import ezvcard.VCard;
import ezvcard.io.ParseWarning;
import ezvcard.io.text.VCardReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.contacts4j.application.attachment.upload.NewFile;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The text of one vCard.
 *
 * @param text the card, without its pictures and sounds
 * @param files the pictures and sounds
 * @param warnings what was left out or mended
 * @param fault why the card cannot be read; null if it can be
 */
public record CardText(
        String text,
        List<NewFile> files,
        List<Fault> warnings,
        @Nullable String fault) {

    /** The first line of a card. */
    public static final String BEGIN = "BEGIN:VCARD";

    /** The last line of a card. */
    public static final String END = "END:VCARD";

    /** The parser's code for a line that it skips. */
    private static final int MALFORMED_LINE = 27;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    public CardText {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }

    /** Creates a readable card without files. */
    public CardText(String text) {
        this(text, List.of(), List.of(), null);
    }

    /** Returns whether the line begins a card, in any case. Where files were joined, it may have a byte order mark. */
    public static boolean isBegin(String line) {
        return is(line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line, BEGIN);
    }

    /** Returns whether the line ends a card, in any case. */
    public static boolean isEnd(String line) {
        return is(line, END);
    }

    private static boolean is(String line, String wanted) {
        return line.strip().toUpperCase(Locale.ROOT).equals(wanted);
    }

    /**
     * Returns the name of the property that holds a field.
     *
     * @param field the name of a field or property in a validation error
     */
    public static String propertyOf(String field) {
        return PropertyNames.of(field);
    }

    /** Returns the row of the card. The card of a group, which is no person, is skipped. */
    public ImportRow toRow(long number) {
        if (fault != null) {
            return refused(number, fault);
        }
        try (VCardReader reader = new VCardReader(text)) {
            @Nullable VCard card = reader.readNext();
            if (card == null) {
                return refused(number, "is not a vCard");
            }
            return CardPatch.isGroup(card)
                    ? ImportRow.ignored(number, List.of(text), new Fault("KIND", "is a group, which is no contact"))
                    : row(number, card, reader.getWarnings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException malformed) {
            // The parser reports most malformed values as warnings, but not all of them.
            return refused(number, "cannot be read as a vCard");
        }
    }

    private ImportRow row(long number, VCard card, List<ParseWarning> problems) {
        CardPatch read = CardPatch.of(card);
        List<Fault> all = new ArrayList<>(warnings);
        problems.stream()
                .filter(problem -> Objects.equals(problem.getCode(), MALFORMED_LINE))
                .forEach(problem -> all.add(new Fault("row", "has a line that is no property")));
        all.addAll(read.warnings());
        return new ImportRow(number, read.id(), read.fields(), List.of(text), all, files, false);
    }

    private ImportRow refused(long number, String why) {
        files.forEach(NewFile::discard);
        return new ImportRow(number, null, Patch.<Contact>empty().withFault("row", why), List.of(text));
    }
}
