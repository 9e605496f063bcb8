package org.contacts4j.jdbi.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.sql.Database;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a database has all its tables before anything is written. H2 opens a damaged file without the tables that
 * it cannot read. Continuing would write into an incomplete database, or treat the rest as a new one.
 */
record TableCheck(Database database, DatabaseSettings settings) {

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = current_schema";

    /** The beginnings of lines of migration scripts, before the name of a table. */
    private static final String CREATE = "create table ";

    private static final String DROP = "drop table ";

    /**
     * Rejects a database that has lost tables. A database without any tables is new.
     *
     * @throws CannotOpenDatabase when tables, or their migration history, are missing
     */
    void rejectDamaged(Connection connection, Flyway flyway) throws SQLException {
        Set<String> there = tables(connection);
        if (there.contains(Connections.HISTORY_TABLE)) {
            rejectMissingTables(connection, flyway);
        } else if (!there.isEmpty()) {
            rejectMissingHistory(there, flyway);
        }
    }

    private void rejectMissingTables(Connection connection, Flyway flyway) throws SQLException {
        Set<String> lost = tablesOf(Arrays.stream(flyway.info().applied())
                .filter(migration -> migration.getState() == MigrationState.SUCCESS)
                .toArray(MigrationInfo[]::new));
        lost.removeAll(tables(connection)); // read again: another node may have migrated meanwhile
        if (!lost.isEmpty()) {
            throw refusal("has lost tables (" + String.join(", ", lost) + ")");
        }
    }

    private void rejectMissingHistory(Set<String> there, Flyway flyway) {
        Set<String> ours = tablesOf(flyway.info().all());
        ours.retainAll(there);
        if (!ours.isEmpty()) {
            throw refusal(
                    "has tables (" + String.join(", ", ours) + ") but not their history, " + Connections.HISTORY_TABLE);
        }
    }

    private CannotOpenDatabase refusal(String what) {
        return new CannotOpenDatabase(
                "The database is damaged, it " + what + " (" + settings + "). Keep a copy of it and restore a backup");
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** Returns the tables that exist after these migrations, according to their scripts. */
    private Set<String> tablesOf(MigrationInfo[] migrations) {
        Set<String> tables = new TreeSet<>();
        for (MigrationInfo migration : migrations) {
            script(migration.getScript()).lines().forEach(line -> {
                if (line.startsWith(CREATE)) {
                    tables.add(nameAfter(CREATE, line));
                } else if (line.startsWith(DROP)) {
                    tables.remove(nameAfter(DROP, line));
                }
            });
        }
        return tables;
    }

    private static String nameAfter(String statement, String line) {
        return new StringTokenizer(line.substring(statement.length()), " (;").nextToken();
    }

    /** Returns the text of a migration script; empty when there is no such script, such as for the baseline. */
    private String script(String name) {
        try (@Nullable
                InputStream script = TableCheck.class.getResourceAsStream(
                        "/org/contacts4j/jdbi/migration/" + database.productName() + "/" + name)) {
            return script == null ? "" : new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
