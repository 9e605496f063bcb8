package org.contacts4j.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.importing.text.LongLines;
import org.contacts4j.importing.text.TextEncoding;
import org.contacts4j.importing.text.TranscodedBytes;
import org.contacts4j.vcard.CardText;
import org.contacts4j.vcard.file.CardEncoding;
import org.contacts4j.vcard.file.CardTexts;
import org.jspecify.annotations.Nullable;

/** vCards (versions 2.1 to 4.0), one after another. A malformed card is a failed row. */
final class VcardFile implements ImportFile {

    private static final List<String> COLUMNS = List.of("vcard");

    private static final String ASCII = "\r\n\t :;=BEGINbegin09";

    private final Path file;
    private final TextEncoding found;
    private final CardEncoding encoding;
    private final long count;
    private final String encodingName;

    private VcardFile(Path file, TextEncoding found, CardEncoding encoding, long count, String encodingName) {
        this.file = file;
        this.found = found;
        this.encoding = encoding;
        this.count = count;
        this.encodingName = encodingName;
    }

    /** Returns whether the first line that is not blank begins a vCard. */
    static boolean isVcard(Path file, FileOptions options) throws IOException {
        try (LongLines lines = new LongLines(text(file, options), CardText.BEGIN.length() + 1)) {
            @Nullable String line = lines.next();
            while (line != null && line.isBlank()) {
                line = lines.next();
            }
            return line != null && CardText.isBegin(line);
        }
    }

    /** Returns whether a file with these columns contains vCards. A table with them needs a mapping to be read. */
    static boolean isVcard(List<String> columns, FileOptions options) {
        return isVcard(columns) && options.mapping().isEmpty();
    }

    static boolean isVcard(List<String> columns) {
        return columns.equals(COLUMNS);
    }

    private static Reader text(Path file, FileOptions options) throws IOException {
        return TextEncoding.of(file, options.charset()).open(file);
    }

    /**
     * Counts the cards of the file.
     *
     * @throws ContactsFailure.Invalid if the options have a mapping
     */
    static VcardFile of(Path file, FileOptions options) throws IOException {
        if (!options.mapping().isEmpty()) {
            throw new ContactsFailure.Invalid("mapping", "is for tables and JSON; the properties of vCards are known");
        }
        TextEncoding found = TextEncoding.of(file, options.charset());
        CardEncoding encoding = encodingOf(found, options.charset());
        long count = 0;
        try (CardTexts cards = CardTexts.withoutFiles(bytes(file, found), encoding)) {
            while (cards.next() != null) {
                count++;
            }
            if (cards.hasOther() && !cards.hasUtf8()) {
                encoding = new CardEncoding(TextEncoding.WINDOWS, false);
            }
        }
        String name = isWide(found.charset()) || encoding.charset().equals(found.charset())
                ? found.nameFor(options.charset())
                : encoding.charset().name();
        return new VcardFile(file, found, encoding, count, name);
    }

    /** Returns the encoding of the bytes to divide. A file is in Windows-1252 only if no property is UTF-8. */
    private static CardEncoding encodingOf(TextEncoding found, @Nullable String declared) {
        if (isWide(found.charset())) {
            return new CardEncoding(StandardCharsets.UTF_8, true);
        }
        boolean isDeclared = declared != null
                && TextEncoding.named(declared).filter(found.charset()::equals).isPresent();
        boolean isDetected = !isDeclared && found.charset().equals(TextEncoding.WINDOWS);
        return new CardEncoding(isDetected ? StandardCharsets.UTF_8 : found.charset(), found.mark() > 0);
    }

    /** Opens the text in an encoding in which line breaks and ASCII characters are single bytes. */
    private static InputStream bytes(Path file, TextEncoding found) throws IOException {
        return isWide(found.charset()) ? new TranscodedBytes(found.open(file)) : found.openBytes(file);
    }

    /** Returns whether ASCII characters have other bytes in the encoding. */
    private static boolean isWide(Charset charset) {
        return !new String(ASCII.getBytes(StandardCharsets.US_ASCII), charset).equals(ASCII);
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Map<String, String> mapping() {
        return Map.of();
    }

    @Override
    public List<String> unmapped() {
        return List.of();
    }

    @Override
    public String encoding() {
        return encodingName;
    }

    @Override
    public @Nullable Character separator() {
        return null;
    }

    @Override
    public List<Column> samples() {
        return List.of();
    }

    @Override
    public Rows rows() throws IOException {
        return new CardRows(CardTexts.of(bytes(file, found), encoding));
    }

    /** The cards. The first card is row 1. */
    private static final class CardRows implements Rows {

        private final CardTexts cards;
        private long number;
        private @Nullable CardText next;

        CardRows(CardTexts cards) {
            this.cards = cards;
        }

        @Override
        public boolean hasNext() {
            try {
                next = next == null ? cards.next() : next;
                return next != null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ImportRow next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            CardText card = next;
            next = null;
            number++;
            return card.toRow(number);
        }

        @Override
        public void close() {
            try {
                cards.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
