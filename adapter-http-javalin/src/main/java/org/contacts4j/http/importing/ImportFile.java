package org.contacts4j.http.importing;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.http.server.Refusal;

/** A file of contacts, which has been looked through and can be read to its end. */
interface ImportFile {

    /** How many rows it has. */
    long count();

    /** The names of its columns. */
    List<String> columns();

    /** By name of a column, the field that it fills; empty when there are no columns. */
    Map<String, String> mapping();

    /** Columns that are ignored. */
    List<String> unmapped();

    /** The rows from the first on. */
    Rows rows() throws IOException;

    /** The refusal of a file that is not what it should be. */
    static Refusal refuse(String message) {
        return Refusal.of(Refusal.Reason.UNREADABLE_FILE, message);
    }

    /** Rows, read as they are asked for. */
    interface Rows extends Iterator<ImportRow>, AutoCloseable {
        @Override
        void close();
    }
}
