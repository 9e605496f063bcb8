package org.contacts4j.jdbi.connection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.jspecify.annotations.Nullable;

/** Opens a database that may not answer yet. Retries every second until the database answers or the wait is over. */
record DatabaseWait(Duration longest) {

    private static final Logger LOG = System.getLogger(DatabaseWait.class.getName());
    private static final int MILLIS_BETWEEN = 1_000;

    // No connection, connection lost; PostgreSQL stopping, starting, out of connections; H2: server unreachable.
    private static final Set<String> MAY_PASS = Set.of("08001", "08006", "57P01", "57P02", "57P03", "53300", "90067");

    /**
     * Returns the result of {@code work}.
     *
     * @throws CannotOpenDatabase the last failure when the wait is over; immediately for one that waiting cannot fix,
     *     such as a wrong password
     */
    <T> T open(Supplier<T> work) {
        try {
            return work.get();
        } catch (CannotOpenDatabase first) {
            if (longest.isZero() || !mayPass(first)) {
                throw first;
            }
            LOG.log(Level.WARNING, "{0}; waiting up to {1} s for it", first.getMessage(), longest.toSeconds());
            return openLater(work, first);
        }
    }

    private <T> T openLater(Supplier<T> work, CannotOpenDatabase first) {
        long start = System.nanoTime();
        CannotOpenDatabase last = first;
        while (mayPass(last) && System.nanoTime() - start < longest.toNanos()) {
            sleep(last);
            try {
                return work.get();
            } catch (CannotOpenDatabase e) {
                last = e;
            }
        }
        throw last;
    }

    private static boolean mayPass(CannotOpenDatabase failure) {
        @Nullable SQLException error = DatabaseError.sqlException(failure);
        return error != null
                && MAY_PASS.contains(DatabaseError.stateOf(error))
                && !isUnknownUrl(error)
                && !isRefusedByTls(error);
    }

    /**
     * Returns whether no driver accepts the URL. The driver manager reports that with the SQL state of a failed
     * connection.
     */
    private static boolean isUnknownUrl(SQLException error) {
        return error.getClass().equals(SQLException.class) && error.getCause() == null;
    }

    private static boolean isRefusedByTls(SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    private static void sleep(CannotOpenDatabase failure) {
        try {
            Thread.sleep(MILLIS_BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
