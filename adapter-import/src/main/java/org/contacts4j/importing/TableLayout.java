package org.contacts4j.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.importing.column.ColumnMapping;
import org.contacts4j.importing.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a table begin and what separates its cells, judged by its first rows.
 *
 * @param start the number of characters before the first row: a line such as {@code sep=;} that is for spreadsheets
 * @param header the number of the row with the column names; notes and blank rows may come before it
 */
record TableLayout(int start, char separator, int header) {

    private static final String SEPARATORS = ",;\t|";
    private static final String SEPARATOR_LINE = "sep=";
    private static final int SAMPLE = 64 * 1024;
    private static final int MAX_ROWS = 30;

    /** A row with so many known names is the header, even behind other rows. */
    private static final int SURE = 2;

    static TableLayout of(Path file, TextEncoding encoding, FileOptions options) throws IOException {
        @Nullable Character separator = options.separator();
        String sample = sample(file, encoding);
        int start = endOfSeparatorLine(sample);
        String rows = sample.substring(start);
        if (start > 0) {
            char named = sample.charAt(sample.indexOf(SEPARATOR_LINE) + SEPARATOR_LINE.length());
            return new TableLayout(
                    start, named, Candidate.of(rows, named, options).header());
        }
        if (separator != null) {
            return new TableLayout(
                    0, separator, Candidate.of(rows, separator, options).header());
        }
        Candidate best = Candidate.of(rows, SEPARATORS.charAt(0), options);
        for (int i = 1; i < SEPARATORS.length(); i++) {
            Candidate other = Candidate.of(rows, SEPARATORS.charAt(i), options);
            best = other.isBetterThan(best) ? other : best;
        }
        return new TableLayout(0, best.separator(), best.header());
    }

    private static String sample(Path file, TextEncoding encoding) throws IOException {
        char[] chars = new char[SAMPLE];
        int count = 0;
        try (Reader text = encoding.open(file)) {
            for (int read = 0; read >= 0 && count < SAMPLE; read = text.read(chars, count, SAMPLE - count)) {
                count += read;
            }
        }
        return new String(chars, 0, count);
    }

    /** Returns the index behind the line {@code sep=;}, which may be in quotes; 0 if the text has none. */
    private static int endOfSeparatorLine(String text) {
        boolean quoted = text.startsWith("\"");
        int at = quoted ? 1 : 0;
        if (!text.regionMatches(true, at, SEPARATOR_LINE, 0, SEPARATOR_LINE.length())) {
            return 0;
        }
        int end = at + SEPARATOR_LINE.length() + (quoted ? 2 : 1);
        if (end >= text.length() || (text.charAt(end) != '\n' && text.charAt(end) != '\r')) {
            return 0;
        }
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    /**
     * A separator with what it makes of the first rows.
     *
     * @param known the number of known names in the header
     * @param alike the number of rows behind the header with as many cells
     */
    private record Candidate(char separator, int header, int known, int cells, int alike) {

        static Candidate of(String text, char separator, FileOptions options) {
            List<List<String>> rows = rows(text, separator);
            int header = 0;
            int known = 0;
            for (int i = 0; i < rows.size() && known < SURE; i++) {
                int count = ColumnMapping.countKnown(rows.get(i), options);
                boolean named = known > 0 && filled(rows.get(header)) > 1;
                if (count > known && !named) {
                    header = i;
                    known = count;
                }
            }
            int cells = rows.isEmpty() ? 0 : rows.get(header).size();
            int alike = (int) rows.stream()
                    .skip(header + 1L)
                    .filter(row -> row.size() == cells)
                    .count();
            return new Candidate(separator, known == 0 ? firstFilled(rows) : header + 1, known, cells, alike);
        }

        boolean isBetterThan(Candidate other) {
            if (known != other.known) {
                return known > other.known;
            }
            boolean splits = cells > 1;
            boolean otherSplits = other.cells > 1;
            return splits == otherSplits ? alike > other.alike : splits;
        }

        /** Returns the number of cells that are not blank. Notes before a header fill one. */
        private static long filled(List<String> row) {
            return row.stream().filter(cell -> !cell.isBlank()).count();
        }

        private static int firstFilled(List<List<String>> rows) {
            for (int i = 0; i < rows.size(); i++) {
                if (filled(rows.get(i)) > 0) {
                    return i + 1;
                }
            }
            return 1;
        }

        /** Returns the first rows, as far as they are whole. */
        private static List<List<String>> rows(String text, char separator) {
            List<List<String>> rows = new ArrayList<>();
            try (CsvReader<CsvRecord> records = CsvFile.reader(new StringReader(text), separator)) {
                for (CsvRecord found : records) {
                    rows.add(found.getFields());
                    if (rows.size() == MAX_ROWS) {
                        break;
                    }
                }
            } catch (CsvParseException e) {
                return rows;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return rows;
        }
    }
}
