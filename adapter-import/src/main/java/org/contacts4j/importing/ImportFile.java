package org.contacts4j.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.importing.column.ColumnMapping;
import org.contacts4j.importing.text.TextEncoding;
import org.contacts4j.json.canonical.ContactJson;
import org.contacts4j.vcard.CardText;
import org.jspecify.annotations.Nullable;

/** A validated file of contacts that can be read to its end. */
public interface ImportFile {

    /**
     * Reads the whole file once, so that an invalid file is rejected before any row is stored. The file must not change
     * while its rows are read.
     *
     * @param isJson whether the file is JSON or JSON Lines; otherwise it contains vCards or is a table of
     *     comma-separated values
     * @param options what the client says about the file
     * @throws UnreadableFile when the file has another structure
     * @throws ContactsFailure.Invalid when the file is not JSON, or when the options map a column to an unknown field
     */
    static ImportFile read(Path file, boolean isJson, FileOptions options) throws IOException {
        if (isJson) {
            return JsonLinesFile.isLines(file, options) ? JsonLinesFile.of(file, options) : JsonFile.of(file, options);
        }
        return VcardFile.isVcard(file, options) ? VcardFile.of(file, options) : CsvFile.of(file, options);
    }

    /**
     * Reads a file that must contain vCards, as {@link #read} does. A file of other content has no rows.
     *
     * @throws ContactsFailure.Invalid when the options have a mapping
     */
    static ImportFile readCards(Path file, FileOptions options) throws IOException {
        return VcardFile.of(file, options);
    }

    /**
     * Returns the name in a file with these columns of a field that a validation error names: the path of its member, or
     * its property in vCards.
     */
    static String nameIn(List<String> columns, String field) {
        return VcardFile.isVcard(columns) ? CardText.propertyOf(field) : ContactJson.pathOf(field);
    }

    /** Returns whether a file in the encoding with this name can be read. */
    static boolean isReadable(String encoding) {
        return TextEncoding.isKnown(encoding);
    }

    /**
     * Returns the field that each mapped column of a table with these columns fills, by column name. Empty for the
     * columns of vCards.
     */
    static Map<String, String> mappingOf(List<String> columns, FileOptions options) {
        return VcardFile.isVcard(columns, options)
                ? Map.of()
                : ColumnMapping.of(columns, options.mapping()).mapping();
    }

    /** Returns the names of the ignored columns of a table with these columns. Empty for the columns of vCards. */
    static List<String> unmappedOf(List<String> columns, FileOptions options) {
        return VcardFile.isVcard(columns, options)
                ? List.of()
                : ColumnMapping.of(columns, options.mapping()).unmapped();
    }

    /** Returns the number of rows. */
    long count();

    /** Returns the column names. */
    List<String> columns();

    /**
     * Returns the field that each mapped column fills, by column name. For JSON, these are the members read so far that
     * the API does not have but that are understood as column names.
     */
    Map<String, String> mapping();

    /** Returns the names of the ignored columns; for JSON, of the ignored members read so far. */
    List<String> unmapped();

    /** Returns the name of the file's encoding. */
    String encoding();

    /** Returns the separator of the cells; null if the file is no table. */
    @Nullable
    Character separator();

    /** Returns the columns with sample values; empty if the file is no table. */
    List<Column> samples();

    /** Returns the members of a JSON object other than the contacts; empty for a list and for a table. */
    default Map<String, @Nullable Object> members() {
        return Map.of();
    }

    /** Returns the rows, starting with the first. */
    Rows rows() throws IOException;

    /**
     * A column of a table.
     *
     * @param field the field that the column fills; null if it is ignored
     * @param samples the first different values, at most three
     */
    record Column(String name, @Nullable String field, List<String> samples) {}

    /** Rows that are read on demand. */
    interface Rows extends Iterator<ImportRow>, AutoCloseable {
        @Override
        void close();
    }
}
