package org.contacts4j.jdbi.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.H2Database;
import org.contacts4j.jdbi.sql.PostgresDatabase;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Connects to a database and migrates its tables. */
public final class Connections {

    /** The table in which Flyway records the migrations. */
    public static final String HISTORY_TABLE = "contacts4j_schema_history";

    /** The name of pooled connections in the statistics of PostgreSQL. */
    static final String APPLICATION_NAME = "contacts4j";

    private static final int WAIT_MILLIS = 3_000;

    /** Short, because a read that gets no connection to the replica continues on the primary. */
    private static final int REPLICA_WAIT_MILLIS = 1_000;

    private static final SQLExceptionOverride EVICTION = new SQLExceptionOverride() {
        @java.lang.Override
        public Override adjudicate(SQLException error) {
            return DatabaseError.endsConnection(error) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    };

    private Connections() {}

    /**
     * Connects to the database, and waits for one that does not answer yet.
     *
     * @throws CannotOpenDatabase when the database does not answer in time, when waiting cannot fix the error, or when the
     *     driver of the database is missing
     */
    public static HikariDataSource open(Database database, DatabaseSettings settings) {
        Driver.require(database);
        return new DatabaseWait(settings.connectWait()).open(() -> openNow(database, settings));
    }

    /** Migrates the database and connects once, without waiting. */
    static HikariDataSource openNow(Database database, DatabaseSettings settings) {
        String url = complete(database, settings, settings.url());
        try {
            return new Migration(database, settings, url)
                    .run(() -> new HikariDataSource(pool(database, settings, url)));
        } catch (SQLException e) {
            throw new CannotOpenDatabase(explain(settings, e), e);
        } catch (PoolInitializationException e) {
            @Nullable SQLException error = DatabaseError.sqlException(e);
            throw error == null ? e : new CannotOpenDatabase(explain(settings, error), e);
        }
    }

    /**
     * Opens a pool of connections to the replica of the settings. Opening succeeds when the replica does not answer; a
     * later request for a connection then fails after a second.
     */
    public static HikariDataSource openReplica(Database database, DatabaseSettings settings, String replicaUrl) {
        HikariConfig pool = pool(database, settings, complete(database, settings, replicaUrl));
        pool.setPoolName("contacts4j-replica");
        pool.setConnectionTimeout(REPLICA_WAIT_MILLIS);
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }

    /** Opens a single connection to PostgreSQL on which an answer takes at most two seconds, or fails. */
    public static Connection connectForMonitoring(Database database, DatabaseSettings settings, String url)
            throws SQLException {
        Properties properties = properties(database, settings);
        properties.setProperty("ApplicationName", APPLICATION_NAME + "-monitor");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        properties.setProperty("socketTimeout", "2");
        return DriverManager.getConnection(complete(database, settings, url), properties);
    }

    /** Returns the database as it is found: PostgreSQL may be distributed. */
    public static Database detect(Database database, DatabaseSettings settings, DataSource connections) {
        if (!(database instanceof PostgresDatabase)) {
            return database;
        }
        try (Connection connection = connections.getConnection()) {
            if (TransactionPooling.isUsed(settings)) {
                TransactionPooling.warnWithoutTimeout(connection);
            }
            return new PostgresDatabase(new CitusTables(connection).isDistributed());
        } catch (SQLException e) {
            throw new CannotOpenDatabase("The database cannot be opened: " + e.getMessage(), e);
        }
    }

    public static boolean answers(DataSource connections) {
        try (Connection connection = connections.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Returns whether all migrations are applied; empty when the database does not answer. */
    public static Optional<Boolean> isMigrated(Database database, DataSource connections) {
        try {
            return Optional.of(Migration.flyway(database)
                            .dataSource(connections)
                            .load()
                            .info()
                            .pending()
                            .length
                    == 0);
        } catch (FlywayException e) {
            return DatabaseError.of(e) == DatabaseError.UNAVAILABLE ? Optional.empty() : Optional.of(false);
        }
    }

    /**
     * Opens a single connection to a database that exists, without migrating it and without a limit for statements.
     *
     * @throws CannotOpenDatabase when there is no such database, or it cannot be opened
     */
    public static Connection connectToExisting(DatabaseSettings settings) {
        Database database = Database.of(settings.url());
        Driver.require(database);
        String url =
                complete(database, settings, settings.url()) + (database instanceof H2Database ? ";IFEXISTS=TRUE" : "");
        try {
            return connect(database, settings, url);
        } catch (SQLException e) {
            throw new CannotOpenDatabase(explain(settings, e), e);
        }
    }

    /**
     * Opens a single connection outside the pool. Its exception states the cause directly; a pool or a migration would
     * wrap it.
     */
    static Connection connect(Database database, DatabaseSettings settings, String url) throws SQLException {
        return DriverManager.getConnection(url, properties(database, settings));
    }

    private static Properties properties(Database database, DatabaseSettings settings) {
        Properties properties = new Properties();
        putIfPresent(properties, "user", settings.user());
        putIfPresent(properties, "password", settings.password());
        if (database instanceof PostgresDatabase) {
            properties.setProperty("connectTimeout", "5");
            properties.setProperty("loginTimeout", "5");
            properties.setProperty("logServerErrorDetail", "false");
        }
        return properties;
    }

    private static String complete(Database database, DatabaseSettings settings, String url) {
        String complete = database.complete(url);
        return TransactionPooling.isUsed(settings) ? TransactionPooling.complete(complete) : complete;
    }

    private static String explain(DatabaseSettings settings, SQLException error) {
        String what = switch (DatabaseError.stateOf(error)) {
            case "28P01", "28000" -> "The database refuses user and password";
            case "3D000" -> "There is no such database";
            case "08001", "08004", "08006" -> "The database cannot be reached";
            case "57P01", "57P02", "57P03" -> "The database is starting or stopping";
            case "53300" -> "The database has no connection left";
            case "90146" -> "There is no such database";
            case "90020" -> "The database is in use by another process";
            default -> "The database cannot be opened";
        };
        return what + " (" + settings + "): "
                + String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }

    private static HikariConfig pool(Database database, DatabaseSettings settings, String url) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("contacts4j");
        pool.setJdbcUrl(url);
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setConnectionTimeout(WAIT_MILLIS);
        pool.setExceptionOverride(EVICTION);
        if (!TransactionPooling.isUsed(settings)) {
            pool.setConnectionInitSql(database.timeoutStatement());
        }
        if (database instanceof PostgresDatabase) {
            // Detect a broken connection within the time limit of a request.
            pool.addDataSourceProperty("socketTimeout", "10");
            pool.addDataSourceProperty("connectTimeout", "3");
            pool.addDataSourceProperty("ApplicationName", APPLICATION_NAME);
            // Otherwise messages of exceptions contain values of rows, such as Key (email)=(ada@example.org).
            pool.addDataSourceProperty("logServerErrorDetail", "false");
        }
        return pool;
    }

    private static void putIfPresent(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
