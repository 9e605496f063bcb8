package org.contacts4j.jdbi.transaction;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.contacts4j.domain.organization.ReadPosition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionException;

/**
 * Positions in the write-ahead log of PostgreSQL. The insert position is read after a commit and therefore is not before
 * the end of its record, whatever {@code synchronous_commit} is.
 */
final class WalPosition {

    private static final String INSERTED = "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint";

    private WalPosition() {}

    /** Returns the current position of the primary. */
    static ReadPosition read(Handle handle) {
        try {
            return positionOf(handle.getConnection(), INSERTED);
        } catch (SQLException e) {
            throw new TransactionException("The position after a commit could not be read", e);
        }
    }

    /** Commits the transaction of the handle and returns the position after it, in one round trip. */
    static ReadPosition commit(Handle handle) {
        try {
            ReadPosition position = positionOf(handle.getConnection(), "commit; " + INSERTED);
            handle.commit(); // without a round trip: the driver knows that no transaction is open
            return position;
        } catch (SQLException e) {
            throw new TransactionException("The transaction could not be committed", e);
        }
    }

    private static ReadPosition positionOf(Connection connection, String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean isResult = statement.execute(statements);
            while (!isResult) {
                isResult = statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return new ReadPosition(row.getLong(1));
            }
        }
    }
}
