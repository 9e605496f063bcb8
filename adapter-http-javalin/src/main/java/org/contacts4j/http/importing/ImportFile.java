package org.contacts4j.http.importing;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.http.server.error.Refusal;

/** A validated file of contacts that can be read to its end. */
interface ImportFile {

    /** Returns the number of rows. */
    long count();

    /** Returns the column names. */
    List<String> columns();

    /** Returns the field that each mapped column fills, by column name; empty for a file without columns. */
    Map<String, String> mapping();

    /** Returns the names of the ignored columns. */
    List<String> unmapped();

    /** Returns the rows, starting with the first. */
    Rows rows() throws IOException;

    /** Returns the error for an invalid file. */
    static Refusal refuse(String message) {
        return Refusal.of(Refusal.Reason.UNREADABLE_FILE, message);
    }

    /** Rows that are read on demand. */
    interface Rows extends Iterator<ImportRow>, AutoCloseable {
        @Override
        void close();
    }
}
