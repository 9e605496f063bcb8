package org.contacts4j.jdbi.connection;

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

/** The classes of database errors, by how the failed work must be handled. */
public enum DatabaseError {
    /** A concurrent transaction changed the same key, reference or row; a retry may succeed. */
    LOST_RACE,
    /** The database is unreachable, out of resources, read-only, or took too long. */
    UNAVAILABLE,
    /** A defect in Contacts4J. */
    UNEXPECTED;

    // Unique and foreign keys, serialization failure, deadlock; H2: concurrent update, lock timeout. 22012 (division by
    // zero) comes from the guard of StatementBatch when the guarded row has changed.
    private static final Set<String> RACES =
            Set.of("23505", "23503", "23506", "40001", "40P01", "90131", "HYT00", "22012");
    // Classes: connection, authorization, unknown catalog, insufficient resources, operator intervention, system error
    // (PostgreSQL only).
    private static final Set<String> TROUBLE_CLASSES = Set.of("08", "28", "3D", "53", "57", "58");
    private static final Set<String> TROUBLE = Set.of(
            "25006", // read-only, such as a standby
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

    /**
     * States that recur on the same connection but may not on a new one. HikariCP evicts for the other fatal states by
     * itself.
     */
    private static final Set<String> WITH_ITS_CONNECTION = Set.of("25006", "90067", "90098", "90108", "90121");

    /** The PostgreSQL source files that read and write disks. They report EFBIG and EDQUOT as internal errors. */
    private static final Set<String> STORAGE_SOURCES =
            Set.of("md.c", "fd.c", "smgr.c", "bufmgr.c", "buffile.c", "slru.c", "xlog.c", "relmapper.c", "logtape.c");

    public static DatabaseError of(Throwable failure) {
        @Nullable SQLException error = sqlException(failure);
        if (error == null) {
            return isFromH2File(failure) ? UNAVAILABLE : UNEXPECTED;
        }
        String state = stateOf(error);
        if (RACES.contains(state)) {
            return LOST_RACE;
        }
        return isTrouble(error, state) ? UNAVAILABLE : UNEXPECTED;
    }

    /** Returns whether the pool must replace the connection after this error. */
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

    /**
     * Returns whether the storage below the statement failed, independent of the SQL state. Message texts are not used,
     * because they may be in any language.
     */
    private static boolean isFromStorage(SQLException error) {
        if (Driver.POSTGRESQL.isPresent() && error instanceof PSQLException postgres) {
            @Nullable ServerErrorMessage server = postgres.getServerErrorMessage();
            return server != null && STORAGE_SOURCES.contains(String.valueOf(server.getFile()));
        }
        return isFromH2File(error);
    }

    private static boolean isFromH2File(Throwable failure) {
        return Driver.H2.isPresent() && causes(failure).anyMatch(MVStoreException.class::isInstance);
    }

    /** Returns the failure to report: {@link ContactsFailure.Unavailable} if the database is unavailable, else this one. */
    public static RuntimeException translated(RuntimeException failure) {
        return of(failure) == UNAVAILABLE ? unavailable(failure) : failure;
    }

    /** Returns {@link ContactsFailure.Unavailable} with this cause, or the failure itself if it is one of the domain. */
    public static RuntimeException unavailable(RuntimeException failure) {
        return failure instanceof ContactsFailure
                ? failure
                : new ContactsFailure.Unavailable("The database does not answer.", failure);
    }

    /**
     * Returns the failure for work whose last attempt lost a race: a duplicate code, or too many concurrent writers.
     */
    public static ContactsFailure failureAfterRaces(RuntimeException last) {
        @Nullable SQLException error = sqlException(last);
        boolean duplicateCode = error != null
                && stateOf(error).equals("23505")
                && String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT).contains("_code");
        return duplicateCode
                ? new ContactsFailure.DuplicateCode(null)
                : new ContactsFailure.Unavailable("Too many writers are changing the same records.", last);
    }

    /** Returns the SQL state; "null" if the exception has none. */
    public static String stateOf(SQLException error) {
        return String.valueOf(error.getSQLState());
    }

    /** Returns the first exception of the database among the causes of a failure; null if there is none. */
    public static @Nullable SQLException sqlException(@Nullable Throwable failure) {
        return (SQLException) causes(failure)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
