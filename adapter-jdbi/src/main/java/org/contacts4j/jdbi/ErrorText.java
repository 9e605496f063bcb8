package org.contacts4j.jdbi;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** What a log may contain of a database error. Most messages quote values of rows or parameters of statements. */
public final class ErrorText {

    /** Classes of SQL states that describe the database, not the data. */
    private static final Set<String> CONDITIONS = Set.of("08", "28", "3D", "53", "57", "58");

    /** States of H2 that describe its file: locked, unreadable, unwritable, closed, missing. */
    private static final Set<String> FILE_CONDITIONS =
            Set.of("90020", "90028", "90030", "90031", "90062", "90067", "90097", "90098", "90121", "90124");

    private ErrorText() {}

    /**
     * Returns the first line of the message when it describes the state of the database, such as a lost connection or a
     * full disk; else the SQL state. Empty for other exceptions.
     */
    public static Optional<String> of(Throwable failure) {
        if (!(failure instanceof SQLException error)) {
            return Optional.empty();
        }
        String state = String.valueOf(error.getSQLState());
        return describesDatabase(state)
                ? String.valueOf(error.getMessage()).lines().findFirst()
                : Optional.of("SQL state " + state);
    }

    private static boolean describesDatabase(String state) {
        return FILE_CONDITIONS.contains(state) || (state.length() == 5 && CONDITIONS.contains(state.substring(0, 2)));
    }
}
