package org.contacts4j.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
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
import org.contacts4j.importing.text.FormulaGuard;
import org.jspecify.annotations.Nullable;

/**
 * The table of failed rows as they were sent, with row numbers and errors. Callers correct it and send it again. It has a
 * column without a name for each cell that a row has in addition to the columns of the file.
 */
public final class ErrorsCsv {

    private static final List<String> ADDED = List.of("row", "error");

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private static final String QUOTED = ",;\t|\"'\r\n";

    /** Cells with any separator are quoted, so that no spreadsheet splits one and finds a formula in its rest. */
    private static final QuoteStrategy QUOTES = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int column, String value) {
            return value.isBlank() || value.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
        }
    };

    private ErrorsCsv() {}

    /** Returns whether these columns are those of an errors file, whose cells are {@linkplain FormulaGuard guarded}. */
    static boolean isErrorsFile(List<String> columns) {
        int own = columns.size() - ADDED.size();
        return own > 0 && columns.subList(own, columns.size()).equals(ADDED);
    }

    /** Returns the columns of the file whose errors these are: those with a name, before the added ones. */
    static List<String> ownColumns(List<String> columns) {
        int width = columns.size() - ADDED.size();
        while (width > 0 && columns.get(width - 1).isBlank()) {
            width--;
        }
        return columns.subList(0, width);
    }

    /**
     * Returns the cells of a row without those of the added columns.
     *
     * @param count the number of columns of the errors file
     */
    static List<String> ownCells(List<String> cells, int count) {
        int own = Math.min(cells.size(), count - ADDED.size());
        List<String> all = new ArrayList<>(cells.subList(0, own));
        all.addAll(cells.subList(Math.min(cells.size(), count), cells.size()));
        while (!all.isEmpty() && all.get(all.size() - 1).isBlank()) {
            all.remove(all.size() - 1);
        }
        return all;
    }

    /**
     * Writes all failed rows.
     *
     * @param columns the names of the file's columns
     * @param separator the separator of the file's cells; null for a comma
     * @param behind returns the next failed rows after a row number; an empty list ends the table. It is called twice for
     *     each number.
     */
    public static void write(
            List<String> columns, @Nullable Character separator, LongFunction<List<FailedRow>> behind, OutputStream out)
            throws IOException {
        int width = columns.size();
        for (List<FailedRow> rows = behind.apply(0); !rows.isEmpty(); rows = behind.apply(last(rows))) {
            for (FailedRow row : rows) {
                width = Math.max(width, row.row().cells().size());
            }
        }
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator == null ? ',' : separator)
                .quoteStrategy(QUOTES)
                .build(text);
        List<String> header = filled(columns, width);
        header.addAll(ADDED);
        csv.writeRecord(FormulaGuard.add(header));
        for (List<FailedRow> rows = behind.apply(0); !rows.isEmpty(); rows = behind.apply(last(rows))) {
            for (FailedRow row : rows) {
                csv.writeRecord(FormulaGuard.add(cells(columns, row, width)));
            }
        }
        csv.flush();
        text.flush();
    }

    private static long last(List<FailedRow> rows) {
        return rows.get(rows.size() - 1).row().number();
    }

    private static List<String> cells(List<String> columns, FailedRow failed, int width) {
        List<String> cells = filled(failed.row().cells(), width);
        cells.add(String.valueOf(failed.row().number()));
        cells.add(failed.faults().stream()
                .map(fault -> ImportFile.nameIn(columns, fault.field()) + " " + fault.message())
                .collect(Collectors.joining("; ")));
        return cells;
    }

    private static List<String> filled(List<String> sent, int width) {
        List<String> cells = new ArrayList<>(sent);
        while (cells.size() < width) {
            cells.add("");
        }
        return cells;
    }
}
