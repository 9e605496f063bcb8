package org.contacts4j.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;

/** A validated file of contacts that can be read to its end. */
public interface ImportFile {

    /**
     * Reads the whole file once, so that an invalid file is rejected before any row is stored. The file must not change
     * while its rows are read.
     *
     * @param isJson whether the file is JSON or JSON Lines; otherwise it contains vCards or is a table of
     *     comma-separated values
     * @throws UnreadableFile when the file has another structure
     * @throws ContactsFailure.Invalid when the file is not JSON
     */
    static ImportFile read(Path file, boolean isJson) throws IOException {
        if (isJson) {
            return JsonLinesFile.isLines(file) ? JsonLinesFile.of(file) : JsonFile.of(file);
        }
        return VcardFile.isVcard(file) ? VcardFile.of(file) : CsvFile.of(file);
    }

    /** Returns the number of rows. */
    long count();

    /** Returns the column names. */
    List<String> columns();

    /** Returns the field that each mapped column fills, by column name; empty for a file without columns. */
    Map<String, String> mapping();

    /** Returns the names of the ignored columns. */
    List<String> unmapped();

    /** Returns the members of a JSON object other than the contacts; empty for a list and for a table. */
    default Map<String, @Nullable Object> members() {
        return Map.of();
    }

    /** Returns the rows, starting with the first. */
    Rows rows() throws IOException;

    /** Rows that are read on demand. */
    interface Rows extends Iterator<ImportRow>, AutoCloseable {
        @Override
        void close();
    }
}
