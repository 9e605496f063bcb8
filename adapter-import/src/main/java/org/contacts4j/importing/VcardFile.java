package org.contacts4j.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.contacts4j.application.importing.ImportRow;
import org.jspecify.annotations.Nullable;

/** vCards (versions 2.1 to 4.0), one after another. A malformed card is a failed row. */
final class VcardFile implements ImportFile {

    private final Path file;
    private final TextEncoding encoding;
    private final long count;

    private VcardFile(Path file, TextEncoding encoding, long count) {
        this.file = file;
        this.encoding = encoding;
        this.count = count;
    }

    /** Returns whether the first line that is not blank begins a vCard. */
    static boolean isVcard(Path file) throws IOException {
        try (LongLines lines = new LongLines(TextEncoding.of(file).open(file), CardText.BEGIN.length() + 1)) {
            @Nullable String line = lines.next();
            while (line != null && line.isBlank()) {
                line = lines.next();
            }
            return line != null && CardText.isBegin(line);
        }
    }

    /** Counts the cards of the file. */
    static VcardFile of(Path file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        long count = 0;
        try (CardTexts cards = new CardTexts(encoding.open(file))) {
            while (cards.next() != null) {
                count++;
            }
        }
        return new VcardFile(file, encoding, count);
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public List<String> columns() {
        return List.of("vcard");
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
