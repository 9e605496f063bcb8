package org.contacts4j.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.json.canonical.ContactJson;

/** The table of failed rows as they were sent, with row numbers and errors. Callers correct it and send it again. */
public final class ErrorsCsv {

    private static final List<String> ADDED = List.of("row", "error");

    private ErrorsCsv() {}

    /**
     * Writes all failed rows, each cell in quotes.
     *
     * @param behind returns the next failed rows after a row number; an empty list ends the table
     */
    public static void write(List<String> columns, LongFunction<List<FailedRow>> behind, OutputStream out)
            throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv =
                CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text);
        List<String> header = new ArrayList<>(columns);
        header.addAll(ADDED);
        csv.writeRecord(FormulaGuard.add(header));
        List<FailedRow> rows = behind.apply(0);
        while (!rows.isEmpty()) {
            rows.forEach(row -> csv.writeRecord(FormulaGuard.add(cells(row, columns.size()))));
            rows = behind.apply(rows.get(rows.size() - 1).row().number());
        }
        csv.flush();
        text.flush();
    }

    private static List<String> cells(FailedRow failed, int columns) {
        List<String> cells = new ArrayList<>(failed.row().cells());
        while (cells.size() < columns) {
            cells.add("");
        }
        cells.add(String.valueOf(failed.row().number()));
        cells.add(failed.faults().stream()
                .map(fault -> ContactJson.pathOf(fault.field()) + " " + fault.message())
                .collect(Collectors.joining("; ")));
        return cells;
    }
}
