package org.contacts4j.jdbi;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.contacts4j.domain.ContactsFailure;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a database error means for the work that met it. */
enum DatabaseError {
    /** Another transaction was quicker with a key, a reference or a row: the same work may well succeed now. */
    LOST_RACE,
    /** The database itself is in trouble: it is away, out of resources, read-only, or took too long. */
    UNAVAILABLE,
    /** A defect of ours. */
    UNEXPECTED;

    // unique and foreign keys, serialization failure, deadlock; H2: concurrent update, lock timeout; division by zero
    // is
    // the guard of Writes that found its row changed
    private static final Set<String> RACES =
            Set.of("23505", "23503", "23506", "40001", "40P01", "90131", "HYT00", "22012");
    // classes: connection, insufficient resources, operator intervention, system error (PostgreSQL only)
    private static final Set<String> TROUBLE_CLASSES = Set.of("08", "28", "3D", "53", "57", "58");
    private static final Set<String> TROUBLE = Set.of(
            "25006", // read-only, as a standby is
            "25P03", // PostgreSQL ended an idle transaction
            "25P04", // PostgreSQL ended a long transaction
            "40003", // statement completion unknown
            "55P03", // lock not available
            "XX001", // data corrupted
            "XX002", // index corrupted
            "90020", // H2: file is locked
            "90028", // I/O
            "90030", // file corrupted
            "90031", // I/O
            "90062", // file cannot be created
            "90067", // connection broken
            "90097", // read-only
            "90098", // database is closed
            "90108", // out of memory; H2 has closed its database
            "90121", // database is closed
            "90124", // file not found
            "90135"); // exclusive mode

    /** A connection that meets one of these meets it again; a new one may not. HikariCP knows the others. */
    private static final Set<String> WITH_ITS_CONNECTION = Set.of("25006", "90067", "90098", "90108", "90121");

    /** The source files of PostgreSQL that read and write disks: EFBIG and EDQUOT are internal errors there. */
    private static final Set<String> STORAGE_SOURCES =
            Set.of("md.c", "fd.c", "smgr.c", "bufmgr.c", "buffile.c", "slru.c", "xlog.c", "relmapper.c", "logtape.c");

    static DatabaseError of(Throwable failure) {
        @Nullable SQLException error = sqlException(failure);
        if (error == null) {
            return causes(failure).anyMatch(MVStoreException.class::isInstance) ? UNAVAILABLE : UNEXPECTED;
        }
        String state = stateOf(error);
        if (RACES.contains(state)) {
            return LOST_RACE;
        }
        return isTrouble(error, state) ? UNAVAILABLE : UNEXPECTED;
    }

    /** Whether the pool must replace the connection that met this error. */
    static boolean endsConnection(SQLException error) {
        return WITH_ITS_CONNECTION.contains(stateOf(error));
    }

    private static boolean isTrouble(SQLException error, String state) {
        return error instanceof SQLTransientConnectionException
                || error instanceof SQLNonTransientConnectionException
                || error instanceof SQLRecoverableException
                || error instanceof SQLTimeoutException
                || TROUBLE.contains(state)
                || TROUBLE_CLASSES.contains(state.substring(0, Math.min(2, state.length())))
                || isFromStorage(error);
    }

    /** Whether a disk failed below the statement, whatever the state says. Messages may be in any language. */
    private static boolean isFromStorage(SQLException error) {
        if (error instanceof PSQLException postgres) {
            @Nullable ServerErrorMessage server = postgres.getServerErrorMessage();
            return server != null && STORAGE_SOURCES.contains(String.valueOf(server.getFile()));
        }
        return causes(error).anyMatch(MVStoreException.class::isInstance);
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
        return (SQLException) causes(failure)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
