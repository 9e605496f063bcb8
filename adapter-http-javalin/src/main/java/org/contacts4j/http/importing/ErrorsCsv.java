package org.contacts4j.http.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
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

/** Failed rows as they were sent, with their numbers and what was wrong: a table to be mended and sent again. */
final class ErrorsCsv {

    /** Spreadsheets take cells that begin so for formulas, and what a stranger wrote there for their owner's word. */
    private static final String FORMULAS = "=+-@\t\r";

    private ErrorsCsv() {}

    /**
     * Writes all failed rows.
     *
     * @param behind the next rows behind a number; none at the end
     */
    static void write(List<String> columns, LongFunction<List<FailedRow>> behind, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        List<String> header = new ArrayList<>(columns);
        header.add("row");
        header.add("error");
        csv.writeRecord(harmless(header));
        List<FailedRow> rows = behind.apply(0);
        while (!rows.isEmpty()) {
            rows.forEach(row -> csv.writeRecord(harmless(cells(row, columns.size()))));
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
                .map(fault -> fault.field() + " " + fault.message())
                .collect(Collectors.joining("; ")));
        return cells;
    }

    static List<String> harmless(List<String> cells) {
        return cells.stream()
                .map(cell -> !cell.isEmpty() && FORMULAS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell)
                .toList();
    }
}
