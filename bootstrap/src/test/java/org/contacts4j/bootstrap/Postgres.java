package org.contacts4j.bootstrap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server, shared by all tests of this module and stopped when they end. */
final class Postgres {

    /** A user who must authenticate with {@link #PASSWORD}. The superuser needs no password. */
    static final String USER = "contacts";

    static final String PASSWORD = "correct horse";

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    /** Creates an empty database owned by {@link #USER} and returns its URL. */
    static String freshDatabase() {
        String name = "contacts" + DATABASES.incrementAndGet();
        execute(SERVER, "create database " + name + " owner " + USER);
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name;
    }

    static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectoryCustomizer(Postgres::demandPassword)
                    .start();
            execute(server, "create user " + USER + " password '" + PASSWORD + "'");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void demandPassword(File dataDirectory) {
        Path rules = dataDirectory.toPath().resolve("pg_hba.conf");
        try {
            Files.writeString(rules, "host all " + USER + " all scram-sha-256\n" + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(EmbeddedPostgres server, String statement) {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
