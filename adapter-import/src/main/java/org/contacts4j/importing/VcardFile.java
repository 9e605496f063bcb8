package org.contacts4j.importing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.importing.text.LongLines;
import org.contacts4j.importing.text.TextEncoding;
import org.contacts4j.vcard.CardText;
import org.contacts4j.vcard.CardTexts;
import org.jspecify.annotations.Nullable;

/** vCards (versions 2.1 to 4.0), one after another. A malformed card is a failed row. */
final class VcardFile implements ImportFile {

    private static final List<String> COLUMNS = List.of("vcard");

    private final Path file;
    private final String encodingName;
    private final TextEncoding encoding;
    private final long count;

    private VcardFile(Path file, String encodingName, TextEncoding encoding, long count) {
        this.file = file;
        this.encodingName = encodingName;
        this.encoding = encoding;
        this.count = count;
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
        return columns.equals(COLUMNS) && options.mapping().isEmpty();
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
        TextEncoding encoding = TextEncoding.of(file, options.charset());
        long count = 0;
        try (CardTexts cards = new CardTexts(encoding.open(file))) {
            while (cards.next() != null) {
                count++;
            }
        }
        return new VcardFile(file, encoding.nameFor(options.charset()), encoding, count);
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
    public Map<String, String> unmappedReasons() {
        return Map.of();
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
        return new CardRows(new CardTexts(encoding.open(file)));
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
