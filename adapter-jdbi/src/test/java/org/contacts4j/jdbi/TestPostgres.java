package org.contacts4j.jdbi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Real PostgreSQL for tests. The tests of a process share one server, each with a database of its own. Only tests that
 * disturb a server start another one.
 */
public final class TestPostgres {

    /** A user who must authenticate with {@link #PASSWORD}, and owns every database. */
    public static final String USER = "contacts";

    public static final String PASSWORD = "correct horse";

    /** The superuser, who needs no password. */
    public static final String SUPERUSER = "postgres";

    /** The URL of a database whose server the tests use instead of one of their own; null for one of their own. */
    private static final @Nullable String GIVEN = System.getProperty("contacts4j.test.url");

    /** Statements to execute in each new database of the given server, such as {@code create extension citus}. */
    private static final String PREPARATION = System.getProperty("contacts4j.test.prepare", "select 1");

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** Creates an empty database on the shared server and returns its URL. */
    public static String freshDatabase() {
        String name = "contacts" + DATABASES.incrementAndGet();
        if (GIVEN != null) {
            return freshDatabase(GIVEN, name);
        }
        execute(Shared.SERVER, "create database " + name + " owner " + USER);
        return "jdbc:postgresql://localhost:" + Shared.SERVER.getPort() + "/" + name;
    }

    /** Creates an empty database on the given server, in place of one of an earlier run. */
    private static String freshDatabase(String url, String name) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("the server of -Dcontacts4j.test.url cannot be used", e);
        }
        String fresh = url.substring(0, url.lastIndexOf('/') + 1) + name;
        try (Connection connection = connect(fresh);
                Statement statement = connection.createStatement()) {
            statement.execute(PREPARATION);
        } catch (SQLException e) {
            throw new IllegalStateException("the statements of -Dcontacts4j.test.prepare cannot be executed", e);
        }
        return fresh;
    }

    /** Creates an empty database on the shared server and returns its settings, for the superuser. */
    public static DatabaseSettings freshSettings() {
        return DatabaseSettings.of(freshDatabase() + "?user=" + SUPERUSER, null, null);
    }

    /** Connects as the superuser. */
    public static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, SUPERUSER, "");
    }

    /** Starts a server of its own, which the caller must close. */
    public static EmbeddedPostgres startServer(UnaryOperator<EmbeddedPostgres.Builder> options) {
        try {
            return options.apply(EmbeddedPostgres.builder()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the settings of the default database of this server, for the superuser. */
    public static DatabaseSettings settings(EmbeddedPostgres server) {
        return DatabaseSettings.of(server.getJdbcUrl(SUPERUSER, SUPERUSER), null, null);
    }

    private static void execute(EmbeddedPostgres server, String statement) {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The shared server, which is started at its first use and stopped when the process ends. */
    private static final class Shared {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres server =
                    startServer(options -> options.setDataDirectoryCustomizer(Shared::demandPassword));
            execute(server, "create user " + USER + " password '" + PASSWORD + "'");
            return server;
        }

        private static void demandPassword(File dataDirectory) {
            Path rules = dataDirectory.toPath().resolve("pg_hba.conf");
            try {
                Files.writeString(rules, "host all " + USER + " all scram-sha-256\n" + Files.readString(rules));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
