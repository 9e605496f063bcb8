package org.contacts4j.jdbi.replica;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.organization.ReadPosition;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.connection.Connections;
import org.contacts4j.jdbi.connection.DatabaseError;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.PostgresDatabase;
import org.contacts4j.jdbi.transaction.DatabaseAccess;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jspecify.annotations.Nullable;

/** A streaming replica of PostgreSQL, and the choice between it and the primary for each read. Thread-safe. */
public final class ReadReplica implements AutoCloseable {

    private static final String CANCELED = "57014";

    private final HikariDataSource connections;
    private final DatabaseAccess access;
    private final ReplicaMonitor monitor;

    private ReadReplica(
            Database database,
            DatabaseSettings settings,
            DatabaseSettings.Replica replica,
            SqlLogger statements,
            BackgroundTasks tasks) {
        this.connections = Connections.openReplica(database, settings, replica.url());
        this.access = DatabaseAccess.of(connections::getConnection, connections.getMaximumPoolSize(), statements);
        // Otherwise the pool logs a warning for each broken connection when the replica answers again.
        Runnable evict = () -> connections.getHikariPoolMXBean().softEvictConnections();
        this.monitor = new ReplicaMonitor(database, settings, replica, tasks, evict);
    }

    /** Opens the replica of the settings; null when they have none. The replica need not answer yet. */
    public static @Nullable ReadReplica open(
            Database database, DatabaseSettings settings, SqlLogger statements, BackgroundTasks tasks) {
        DatabaseSettings.@Nullable Replica replica = settings.replica();
        return replica == null ? null : new ReadReplica(database, settings, replica, statements, tasks);
    }

    /** Throws {@link CannotOpenDatabase} when the settings have a replica, and the database cannot have it. */
    public static void requireSupported(Database database, DatabaseSettings settings) {
        DatabaseSettings.@Nullable Replica replica = settings.replica();
        if (replica == null) {
            return;
        }
        if (!(database instanceof PostgresDatabase postgres) || !replica.url().startsWith("jdbc:postgresql:")) {
            throw new CannotOpenDatabase("A read replica requires PostgreSQL, for the database and for the replica");
        }
        if (postgres.isDistributed()) {
            throw new CannotOpenDatabase(
                    "A read replica cannot be used with Citus: the position of the coordinator is not that of the workers");
        }
        if (namesSeveralServers(replica.url())) {
            throw new CannotOpenDatabase(
                    "The URL of the read replica must name one server, whose position is compared");
        }
    }

    private static boolean namesSeveralServers(String url) {
        return url.split("[?]", 2)[0].contains(",");
    }

    /**
     * Runs a read on the replica if it contains everything before a position. Otherwise, and after a failure that the
     * primary may not have, the read runs on the primary.
     */
    public <T> T read(ReadPosition least, Function<DatabaseAccess, T> onReplica, Supplier<T> onPrimary) {
        if (!monitor.contains(least)) {
            return onPrimary.get();
        }
        try {
            return onReplica.apply(access);
        } catch (RuntimeException e) {
            @Nullable SQLException error = DatabaseError.sqlException(e);
            if (isOverload(e, error)) {
                throw e;
            }
            if (error != null
                    && DatabaseError.of(error) == DatabaseError.UNAVAILABLE
                    && !(error instanceof SQLTransientConnectionException)) {
                monitor.leaveOut();
            }
            return onPrimary.get();
        }
    }

    /**
     * Returns whether the read was too expensive, which it would be on the primary as well. Other failures may be those of
     * the replica: a conflict with recovery, a lost connection, or a record that it does not have yet.
     */
    private static boolean isOverload(RuntimeException failure, @Nullable SQLException error) {
        return error == null ? failure instanceof ContactsFailure.Unavailable : CANCELED.equals(error.getSQLState());
    }

    @Override
    public void close() {
        monitor.close();
        connections.close();
    }
}
