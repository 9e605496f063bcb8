package org.contacts4j.jdbi.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** A COPY statement of PostgreSQL that inserts rows. */
final class CopyStatement {

    private static final int BUFFER_BYTES = 64 * 1024;

    private CopyStatement() {}

    /**
     * Runs the statement within the transaction of the connection.
     *
     * @param table the name of the table, and its columns in parentheses
     */
    static void run(PGConnection connection, String table, Rows rows) throws SQLException, IOException {
        PGCopyOutputStream server = new PGCopyOutputStream(connection, "copy " + table + " from stdin", BUFFER_BYTES);
        try {
            rows.writeTo(server);
            server.close();
        } catch (IOException | RuntimeException failure) {
            cancel(server, failure);
            throw failure;
        }
    }

    /**
     * Cancels the COPY. An exception from canceling is added to {@code failure} as suppressed, so that the cause stays
     * visible.
     */
    private static void cancel(PGCopyOutputStream server, Exception failure) {
        try {
            if (server.isActive()) {
                server.cancelCopy();
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Writes rows in the text format of COPY. */
    @FunctionalInterface
    interface Rows {
        void writeTo(OutputStream server) throws IOException;
    }
}
