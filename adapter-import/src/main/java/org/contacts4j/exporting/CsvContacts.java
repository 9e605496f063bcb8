package org.contacts4j.exporting;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.importing.text.FormulaGuard;
import org.jspecify.annotations.Nullable;

/** A table in UTF-8 with a byte order mark, without which spreadsheets assume another encoding. */
final class CsvContacts implements ContactsWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<ExportColumn> columns;
    private final String[] cells;
    private final Writer text;
    private final CsvWriter csv;

    CsvContacts(List<ExportColumn> columns, OutputStream out, boolean hasHeader) throws IOException {
        this.columns = columns;
        this.cells = new String[columns.size()];
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        if (hasHeader) {
            text.write(BYTE_ORDER_MARK);
            csv.writeRecord(columns.stream().map(ExportColumn::name).toList());
            flush();
        }
    }

    @Override
    public void write(Iterable<Contact> contacts) throws IOException {
        for (Contact contact : contacts) {
            for (int i = 0; i < cells.length; i++) {
                @Nullable String cell = columns.get(i).cell().apply(contact);
                cells[i] = cell == null ? "" : FormulaGuard.add(cell);
            }
            csv.writeRecord(cells);
        }
        flush();
    }

    @Override
    public void end() {
        // A table ends with its last row.
    }

    private void flush() throws IOException {
        csv.flush();
        text.flush();
    }
}
