package org.contacts4j.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.importing.column.ColumnMapping;
import org.contacts4j.importing.text.FormulaGuard;
import org.contacts4j.importing.text.TextEncoding;

/**
 * A table of comma-separated values (RFC 4180), also with semicolons, tabs or bars as separators.
 *
 * <p>The first row contains the column names. A line that names the separator, notes and blank rows may come before it.
 */
final class CsvFile implements ImportFile {

    private static final int MAX_COLUMNS = 500;
    private static final int MAX_CELL = 1024 * 1024;
    private static final int MAX_ROW = 1024 * 1024;

    private final Path file;
    private final String encodingName;
    private final TextEncoding encoding;
    private final TableLayout layout;
    private final TableHeader header;
    private final ColumnMapping columns;
    private final int guarded;
    private final ColumnSamples samples;
    private final long count;

    private CsvFile(
            Path file,
            String encodingName,
            TextEncoding encoding,
            TableLayout layout,
            List<String> header,
            FileOptions options)
            throws IOException {
        this.file = file;
        this.encodingName = encodingName;
        this.encoding = encoding;
        this.layout = layout;
        this.header = new TableHeader(header);
        this.guarded = ErrorsCsv.isErrorsFile(header) ? header.size() : 0;
        this.columns = columns(guarded > 0 ? ErrorsCsv.ownColumns(FormulaGuard.remove(header)) : header, options);
        this.samples = new ColumnSamples(columns.names().size());
        this.count = readAll();
    }

    /**
     * Reads the whole file once, so that an unreadable file is rejected before any row is stored.
     *
     * @throws UnreadableFile when the file is not a table
     */
    static CsvFile of(Path file, FileOptions options) throws IOException {
        TextEncoding encoding = TextEncoding.of(file, options.charset());
        TableLayout layout = TableLayout.of(file, encoding, options);
        return new CsvFile(
                file, encoding.nameFor(options.charset()), encoding, layout, header(file, encoding, layout), options);
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
    public Map<String, String> unmappedReasons() {
        return columns.unmappedReasons();
    }

    @Override
    public String encoding() {
        return encodingName;
    }

    @Override
    public Character separator() {
        return layout.separator();
    }

    @Override
    public List<Column> samples() {
        List<Column> columnsWithSamples = new ArrayList<>();
        for (int i = 0; i < columns.names().size(); i++) {
            columnsWithSamples.add(new Column(columns.names().get(i), columns.fieldOf(i), samples.of(i)));
        }
        return columnsWithSamples;
    }

    @Override
    public Rows rows() throws IOException {
        BitSet otherLines = new BitSet();
        CsvReader<CsvRecord> records = reader(text(file, encoding, layout, otherLines), layout.separator());
        return new CsvRows(records, layout, this.header, columns, guarded, encoding, otherLines);
    }

    /** Returns the number of rows to import. */
    private long readAll() throws IOException {
        long row = 0;
        long rows = 0;
        try (CsvReader<CsvRecord> records = reader(text(file, encoding, layout, new BitSet()), layout.separator())) {
            for (CsvRecord found : records) {
                row++;
                if (row > layout.header() && !header.isSkipped(found)) {
                    rows++;
                    samples.add(guarded > 0 ? FormulaGuard.remove(found.getFields()) : found.getFields());
                }
            }
        } catch (CsvParseException e) {
            throw unreadable(row);
        }
        return rows;
    }

    private static List<String> header(Path file, TextEncoding encoding, TableLayout layout) throws IOException {
        long row = 0;
        try (CsvReader<CsvRecord> records = reader(text(file, encoding, layout, new BitSet()), layout.separator())) {
            for (CsvRecord found : records) {
                row++;
                if (row == layout.header() && !TableHeader.isBlank(found)) {
                    return found.getFields();
                }
            }
        } catch (CsvParseException e) {
            throw unreadable(row);
        }
        throw new UnreadableFile("The file is empty: its first row has to name the columns.");
    }

    private static UnreadableFile unreadable(long rowsBefore) {
        return new UnreadableFile(
                "Row " + (rowsBefore + 1) + " cannot be read: a quote in it is never closed, or closed before"
                        + " the cell ends, or it has more than " + MAX_ROW + " characters.");
    }

    private static ColumnMapping columns(List<String> names, FileOptions options) {
        if (names.size() > MAX_COLUMNS) {
            throw new UnreadableFile("The file has more than " + MAX_COLUMNS + " columns.");
        }
        ColumnMapping columns = ColumnMapping.of(names, options);
        if (columns.mapping().isEmpty()) {
            throw new UnreadableFile("The first row has to name the columns, and none of its names is known:"
                    + " name, first name, last name, email, phone, company and others are. The parameter mapping maps"
                    + " columns by hand.");
        }
        return columns;
    }

    private static Reader text(Path file, TextEncoding encoding, TableLayout layout, BitSet otherLines)
            throws IOException {
        Reader text = encoding.open(file, otherLines);
        for (int i = 0; i < layout.start(); i++) {
            text.read();
        }
        return text;
    }

    static CsvReader<CsvRecord> reader(Reader text, char separator) {
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
}
