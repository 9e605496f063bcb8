package org.contacts4j.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.contacts4j.application.importing.ImportRow;
import org.jspecify.annotations.Nullable;

/**
 * A table of comma-separated values (RFC 4180), also with semicolons, tabs or bars as separators.
 *
 * <p>The first row contains the column names.
 */
final class CsvFile implements ImportFile {

    private static final int MAX_COLUMNS = 500;
    private static final int MAX_CELL = 1024 * 1024;
    private static final int MAX_ROW = 1024 * 1024;
    private static final String SEPARATORS = ",;\t|";

    private final Path file;
    private final TextEncoding encoding;
    private final char separator;
    private final ColumnMapping columns;
    private final long count;

    private CsvFile(Path file, TextEncoding encoding, char separator, ColumnMapping columns, long count) {
        this.file = file;
        this.encoding = encoding;
        this.separator = separator;
        this.columns = columns;
        this.count = count;
    }

    /**
     * Reads the whole file once, so that an unreadable file is rejected before any row is stored.
     *
     * @throws UnreadableFile when the file is not a table
     */
    static CsvFile of(Path file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        char separator = separator(file, encoding);
        long row = 0;
        long count = 0;
        ColumnMapping columns = new ColumnMapping(List.of());
        try (CsvReader<CsvRecord> records = reader(encoding.open(file), separator)) {
            for (CsvRecord found : records) {
                row++;
                if (row == 1) {
                    columns = header(found.getFields());
                } else if (!isBlank(found)) {
                    count++;
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableFile(
                    "Row " + (row + 1) + " cannot be read: a quote in it is never closed, or closed before"
                            + " the cell ends, or it has more than " + MAX_ROW + " characters.");
        }
        if (row == 0) {
            throw new UnreadableFile("The file is empty: its first row has to name the columns.");
        }
        return new CsvFile(file, encoding, separator, columns, count);
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public Map<String, String> mapping() {
        return columns.mapping();
    }

    @Override
    public List<String> unmapped() {
        return columns.unmapped();
    }

    @Override
    public Rows rows() throws IOException {
        return new CsvRows(reader(encoding.open(file), separator));
    }

    private static ColumnMapping header(List<String> names) {
        if (names.size() > MAX_COLUMNS) {
            throw new UnreadableFile("The file has more than " + MAX_COLUMNS + " columns.");
        }
        ColumnMapping columns = new ColumnMapping(names);
        if (columns.mapping().isEmpty()) {
            throw new UnreadableFile("The first row has to name the columns, and none of its names is known:"
                    + " name, first name, last name, email, phone, company and others are.");
        }
        return columns;
    }

    private static CsvReader<CsvRecord> reader(Reader text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(MAX_CELL)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(
                        CsvRecordHandler.builder()
                                .maxFieldSize(MAX_CELL)
                                .maxRecordSize(MAX_ROW)
                                .build(),
                        text);
    }

    /** Returns the separator that occurs most often in the first line outside quotes. */
    private static char separator(Path file, TextEncoding encoding) throws IOException {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        try (Reader text = encoding.open(file)) {
            int c = text.read();
            for (int read = 0; c >= 0 && (quoted || (c != '\n' && c != '\r')) && read < MAX_CELL; read++) {
                quoted ^= c == '"';
                int which = SEPARATORS.indexOf(c);
                if (which >= 0 && !quoted) {
                    counts[which]++;
                }
                c = text.read();
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    private static boolean isBlank(CsvRecord found) {
        for (String cell : found.getFields()) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The rows after the header. Blank rows are skipped, but count in the row numbers. */
    private final class CsvRows implements Rows {

        private final CsvReader<CsvRecord> reader;
        private final Iterator<CsvRecord> records;
        private long number;
        private @Nullable CsvRecord next;

        CsvRows(CsvReader<CsvRecord> reader) {
            this.reader = reader;
            this.records = reader.iterator();
            if (records.hasNext()) {
                records.next();
                number = 1;
            }
        }

        @Override
        public boolean hasNext() {
            while (next == null && records.hasNext()) {
                CsvRecord found = records.next();
                number++;
                next = isBlank(found) ? null : found;
            }
            return next != null;
        }

        @Override
        public ImportRow next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            ImportRow row = columns.read(number, next.getFields());
            next = null;
            return row;
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
