package org.contacts4j.jdbi;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;

/** What a database error means for the work that met it. */
enum DatabaseError {
    /** Another transaction was quicker with a key, a reference or a row: the same work may well succeed now. */
    LOST_RACE,
    /** The database is away, or took too long. */
    UNAVAILABLE,
    /** A defect of ours. */
    UNEXPECTED;

    // unique and foreign keys, serialization failure, deadlock; H2: concurrent update, lock timeout; division by zero
    // is
    // the guard of Writes that found its row changed
    private static final Set<String> RACES =
            Set.of("23505", "23503", "23506", "40001", "40P01", "90131", "HYT00", "22012");
    // statement cancelled, PostgreSQL shutting down or starting, too many connections; H2: database closed
    private static final Set<String> AWAY =
            Set.of("57014", "57P01", "57P02", "57P03", "53300", "90098", "90121", "25006");
    private static final String CONNECTION_ERRORS = "08";

    static DatabaseError of(Throwable failure) {
        @Nullable SQLException error = sqlException(failure);
        if (error == null) {
            return UNEXPECTED;
        }
        String state = stateOf(error);
        if (RACES.contains(state)) {
            return LOST_RACE;
        }
        boolean away = error instanceof SQLTransientConnectionException
                || AWAY.contains(state)
                || state.startsWith(CONNECTION_ERRORS);
        return away ? UNAVAILABLE : UNEXPECTED;
    }

    /** The refusal for work that kept losing: a code that stays taken, or simply too many writers. */
    static ContactsFailure refusalAfterRaces(RuntimeException last) {
        @Nullable SQLException error = sqlException(last);
        boolean duplicateCode = error != null
                && stateOf(error).equals("23505")
                && String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT).contains("_code");
        return duplicateCode
                ? new ContactsFailure.DuplicateCode(null)
                : new ContactsFailure.Unavailable("Too many writers are changing the same records.", last);
    }

    static String stateOf(SQLException error) {
        return String.valueOf(error.getSQLState());
    }

    static @Nullable SQLException sqlException(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return (SQLException) cause;
    }
}
