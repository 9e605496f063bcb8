package org.contacts4j.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.contacts4j.jdbi.connection.CitusTables;
import org.contacts4j.jdbi.connection.Connections;

/**
 * The distribution of an existing PostgreSQL database over the workers of a Citus cluster. All nodes of Contacts4J must be
 * stopped meanwhile.
 */
public final class DatabaseDistribution implements AutoCloseable {

    private final DatabaseSettings settings;
    private final Connection connection;
    private final CitusTables citus;

    private DatabaseDistribution(DatabaseSettings settings, Connection connection) {
        this.settings = settings;
        this.connection = connection;
        this.citus = new CitusTables(connection);
    }

    /**
     * Connects to a database.
     *
     * @throws CannotOpenDatabase when it cannot be opened, has no extension citus, or a node uses it
     */
    public static DatabaseDistribution open(DatabaseSettings settings) {
        DatabaseDistribution distribution = new DatabaseDistribution(settings, Connections.connectToExisting(settings));
        try {
            distribution.requireUsable();
            return distribution;
        } catch (SQLException e) {
            distribution.close();
            throw distribution.failure(e);
        } catch (RuntimeException e) {
            distribution.close();
            throw e;
        }
    }

    private void requireUsable() throws SQLException {
        if (!citus.isInstalled()) {
            throw new CannotOpenDatabase(
                    "The database has no extension citus (" + settings + "): execute create extension citus");
        }
        long nodes = citus.connectedNodes();
        if (nodes > 0) {
            throw new CannotOpenDatabase("Contacts4J uses the database with " + nodes + " connections (" + settings
                    + "): stop all servers first");
        }
    }

    /** Returns the number of servers that store shards. */
    public long workers() {
        return get(citus::workers);
    }

    /** Returns the tables that {@link #run} distributes, with their numbers of rows; empty when all are distributed. */
    public Map<String, Long> pending() {
        return get(() -> {
            Map<String, Long> rows = new LinkedHashMap<>();
            for (String table : citus.undistributed()) {
                rows.put(table, citus.rows(table));
            }
            return rows;
        });
    }

    /**
     * Distributes the tables with their rows, in one transaction.
     *
     * @param progress receives each distributed table and its number of rows
     * @throws CannotOpenDatabase when a table cannot be distributed; then the database is as it was
     */
    public void run(ObjLongConsumer<String> progress) {
        get(() -> {
            citus.distribute(settings.distribution().shards(), progress);
            return true;
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private <T> T get(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private CannotOpenDatabase failure(SQLException e) {
        return new CannotOpenDatabase(
                "The tables cannot be distributed, and were left as they were (" + settings + "): "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                e);
    }

    /** Work with the connection. */
    private interface Work<T> {
        T run() throws SQLException;
    }
}
