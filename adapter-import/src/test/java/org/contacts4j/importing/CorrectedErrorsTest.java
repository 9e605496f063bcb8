package org.contacts4j.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.importing.ImportFile.Rows;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the table of errors restores every cell of arbitrary tables, before and after its rows are corrected. */
final class CorrectedErrorsTest {

    private static final int TABLES = 150;

    /** What spreadsheets and readers of tables change. */
    private static final List<String> PARTS = List.of(
            "=1+1",
            "+49 151 5550001",
            "-5",
            "@sum",
            "'",
            "''",
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "|",
            "\n",
            "\r\n",
            " ",
            "007",
            "0042",
            "1.0",
            "4.9E+11",
            "#N/A",
            "########",
            "N/A",
            "NULL",
            "-",
            "Zoë",
            "李",
            "😀",
            "\u00a0",
            "\u200b",
            "x",
            "sep=;",
            "row",
            "error",
            "Name",
            "=\"1\"",
            "{\"a\": 1}",
            "[1]",
            "# note",
            "\\n");

    private static final char CORRECTED = '\u2713';

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void restoresEveryCell(char separator) throws IOException {
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            List<String> header = header(random);
            List<ImportRow> sent = read(table(header, rows(random, header.size()), separator));
            Path errors = errors(header, sent, separator);
            assertThat(cells(read(errors))).as("seed " + seed).isEqualTo(cells(sent));
            assertThat(cells(read(corrected(errors, separator))))
                    .as("corrected, seed " + seed)
                    .isEqualTo(cells(sent).stream()
                            .map(CorrectedErrorsTest::corrected)
                            .toList());
        }
    }

    /** Returns the file after an editor of tables has changed the first cell of each row. */
    private Path corrected(Path errors, char separator) throws IOException {
        StringWriter text = new StringWriter();
        List<List<String>> rows = new ArrayList<>();
        String file = Files.readString(errors);
        assertThat(file).startsWith("\ufeff");
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file.substring(1))) {
            records.forEach(row -> rows.add(row.getFields()));
        }
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(text);
        csv.writeRecord(rows.get(0));
        rows.subList(1, rows.size()).forEach(row -> csv.writeRecord(corrected(row)));
        csv.flush();
        return written(text.toString());
    }

    private static List<String> corrected(List<String> row) {
        List<String> cells = new ArrayList<>(row);
        cells.set(0, row.get(0) + CORRECTED);
        return cells;
    }

    private static List<String> header(Random random) {
        List<String> header = new ArrayList<>(List.of("Name", "E-mail"));
        int more = random.nextInt(4);
        for (int i = 0; i < more; i++) {
            header.add("=Column " + i);
        }
        return header;
    }

    private static List<List<String>> rows(Random random, int width) {
        List<List<String>> rows = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            List<String> cells = new ArrayList<>();
            int extra = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
            for (int column = 0; column < width + extra; column++) {
                cells.add(cell(random));
            }
            cells.set(0, "x" + cells.get(0));
            cells.set(cells.size() - 1, cells.get(cells.size() - 1) + "x");
            rows.add(cells);
        }
        return rows;
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        int parts = random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            cell.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return cell.toString();
    }

    private Path table(List<String> header, List<List<String>> rows, char separator) throws IOException {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(text);
        csv.writeRecord(header);
        rows.forEach(csv::writeRecord);
        csv.flush();
        return written(text.toString());
    }

    private Path errors(List<String> header, List<ImportRow> sent, char separator) throws IOException {
        List<FailedRow> failed = sent.stream()
                .map(row -> new FailedRow(row, List.of(new Fault("email", "is \"wrong\", " + separator))))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ErrorsCsv.write(header, separator, after -> after == 0 ? failed : List.of(), out);
        return written(out.toString(StandardCharsets.UTF_8));
    }

    private List<ImportRow> read(Path file) throws IOException {
        List<ImportRow> read = new ArrayList<>();
        try (Rows rows = ImportFile.read(file, false, FileOptions.DEFAULT).rows()) {
            rows.forEachRemaining(read::add);
        }
        return read;
    }

    private Path written(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "table", ".csv"), text);
    }

    private static List<List<String>> cells(List<ImportRow> rows) {
        return rows.stream().map(ImportRow::cells).toList();
    }
}
