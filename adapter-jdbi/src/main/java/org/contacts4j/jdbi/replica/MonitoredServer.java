package org.contacts4j.jdbi.replica;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.contacts4j.domain.organization.ReadPosition;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.connection.Connections;
import org.contacts4j.jdbi.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * A server of PostgreSQL that is asked for its position, on a connection of its own: the pool may be in use. After a
 * failure, the next question connects again. Used by one thread, and closed by another one.
 */
final class MonitoredServer implements AutoCloseable {

    private final Database database;
    private final DatabaseSettings settings;
    private final String url;
    private final String query;
    private volatile @Nullable Connection connection;
    private long systemIdentifier;

    /** @param query returns one position, or no value */
    MonitoredServer(Database database, DatabaseSettings settings, String url, String query) {
        this.database = database;
        this.settings = settings;
        this.url = url;
        this.query = query;
    }

    /** Returns the current position; null if the server has none. */
    @Nullable
    ReadPosition position() throws SQLException {
        try {
            long position = number(open(), query);
            return position < 0 ? null : new ReadPosition(position);
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Returns the identifier of the database cluster, which a streaming replica shares with its primary. */
    long systemIdentifier() {
        return systemIdentifier;
    }

    private Connection open() throws SQLException {
        @Nullable Connection open = connection;
        if (open == null) {
            open = Connections.connectForMonitoring(database, settings, url);
            connection = open;
            systemIdentifier = number(open, "select system_identifier from pg_control_system()");
        }
        return open;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            long number = row.getLong(1);
            return row.wasNull() ? -1 : number;
        }
    }

    @Override
    public void close() {
        @Nullable Connection open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException broken) {
            // The server ends the session when it notices.
            return;
        }
    }
}
