package org.contacts4j.importing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.importing.ImportFile.Rows;
import org.contacts4j.importing.column.ColumnMapping;
import org.contacts4j.importing.text.FormulaGuard;
import org.contacts4j.importing.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/** The rows after the header of a table. Blank rows and repeated headers are skipped, but count in the row numbers. */
final class CsvRows implements Rows {

    private static final char REPLACEMENT = '\ufffd';

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final TableLayout layout;
    private final TableHeader header;
    private final ColumnMapping columns;
    private final int guarded;
    private final TextEncoding encoding;
    private final BitSet otherLines;
    private long number;
    private @Nullable CsvRecord next;

    /**
     * @param guarded the number of columns of an errors file, whose cells have {@linkplain FormulaGuard guards}; 0 for
     *     other tables
     * @param otherLines the numbers of the lines read so far that are not in the encoding of the file
     */
    CsvRows(
            CsvReader<CsvRecord> reader,
            TableLayout layout,
            TableHeader header,
            ColumnMapping columns,
            int guarded,
            TextEncoding encoding,
            BitSet otherLines) {
        this.reader = reader;
        this.records = reader.iterator();
        this.layout = layout;
        this.header = header;
        this.columns = columns;
        this.guarded = guarded;
        this.encoding = encoding;
        this.otherLines = otherLines;
        while (number < layout.header() && records.hasNext()) {
            records.next();
            number++;
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && records.hasNext()) {
            CsvRecord found = records.next();
            number++;
            next = header.isSkipped(found) ? null : found;
        }
        return next != null;
    }

    @Override
    public ImportRow next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        CsvRecord found = next;
        next = null;
        List<String> cells = found.getFields();
        if (guarded > 0) {
            cells = ErrorsCsv.ownCells(FormulaGuard.remove(cells), guarded);
        }
        return columns.read(number, cells, fault(cells), warning(found));
    }

    private @Nullable String fault(List<String> cells) {
        if (encoding.replacesBytes() && cells.stream().anyMatch(cell -> cell.indexOf(REPLACEMENT) >= 0)) {
            return "has bytes that are not " + encoding.charset().name();
        }
        return null;
    }

    private @Nullable String warning(CsvRecord found) {
        if (otherLines.isEmpty()) {
            return null;
        }
        // Line numbers of records start behind a line that names the separator; those of the text include it.
        int first = Math.toIntExact(found.getStartingLineNumber()) + (layout.start() > 0 ? 1 : 0);
        int other = otherLines.nextSetBit(first);
        return other >= 0 && other < first + lines(found)
                ? "has bytes that are not UTF-8; its lines with such bytes were read as windows-1252"
                : null;
    }

    private static int lines(CsvRecord found) {
        int lines = 1;
        for (String cell : found.getFields()) {
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                lines += c == '\n' || (c == '\r' && !cell.startsWith("\n", i + 1)) ? 1 : 0;
            }
        }
        return lines;
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
