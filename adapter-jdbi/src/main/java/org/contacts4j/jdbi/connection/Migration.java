package org.contacts4j.jdbi.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.Distribution;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.H2Database;
import org.contacts4j.jdbi.sql.PostgresDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/** Brings the tables of a database up to date, or leaves them as they were. */
record Migration(Database database, DatabaseSettings settings, String url) {

    /** Returns the configuration of Flyway for this database, without a data source. */
    static FluentConfiguration flyway(Database database) {
        return Flyway.configure()
                .locations(database.migrations())
                .table(Connections.HISTORY_TABLE)
                // All pending migrations in one transaction. H2 has no transactions for tables.
                .group(database instanceof PostgresDatabase)
                // An application that embeds Contacts4J may have its own tables in the same schema.
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }

    /**
     * Migrates the database, then opens it. The connection of the migration stays open meanwhile: H2 closes and compacts a
     * database that has no connection.
     *
     * @throws CannotOpenDatabase when the database is damaged, of another version, or cannot be migrated
     */
    <T> T run(Supplier<T> opening) throws SQLException {
        Flyway flyway = flyway(database)
                .dataSource(url, settings.user(), settings.password())
                .load();
        Connection first = connectUndoing(flyway);
        try {
            migrate(first, flyway);
            distribute(first);
            return opening.get();
        } catch (SQLException | RuntimeException e) {
            undo(first);
            throw e;
        } finally {
            first.close();
        }
    }

    /** Connects to the database, after undoing an earlier migration that was killed. */
    private Connection connectUndoing(Flyway flyway) throws SQLException {
        Connection connection = Connections.connect(database, settings, url);
        Optional<MigrationBackup> backup = backupOf(connection).filter(MigrationBackup::exists);
        if (backup.isEmpty()) {
            return connection;
        }
        if (isComplete(flyway)) {
            backup.get().delete();
            return connection;
        }
        undo(connection);
        return Connections.connect(database, settings, url);
    }

    private void migrate(Connection first, Flyway flyway) throws SQLException {
        try {
            new TableCheck(database, settings).rejectDamaged(first, flyway);
            Optional<MigrationBackup> backup = backupOf(first).filter(file -> !isComplete(flyway));
            if (backup.isPresent()) {
                backup.get().create(first);
            }
            flyway.migrate();
            backup.ifPresent(MigrationBackup::delete);
        } catch (FlywayValidateException e) {
            throw new CannotOpenDatabase(
                    "The tables are those of another version of Contacts4J (" + settings
                            + "): open them with that version, or take another database",
                    e);
        } catch (FlywayException e) {
            @Nullable SQLException error = DatabaseError.sqlException(e);
            String reason = String.valueOf((error == null ? e : error).getMessage());
            throw new CannotOpenDatabase(
                    "The tables cannot be brought up to date, and were left as they were (" + settings + "): "
                            + reason.lines().findFirst().orElse(""),
                    e);
        }
    }

    /** Distributes the tables of a new database, and new tables of a distributed one. */
    private void distribute(Connection connection) throws SQLException {
        Distribution distribution = settings.distribution();
        if (!(database instanceof PostgresDatabase) || distribution.mode() == Distribution.Mode.NONE) {
            return;
        }
        CitusTables citus = new CitusTables(connection);
        if (citus.isInstalled() && (citus.isDistributed() || isNew(citus))) {
            citus.distribute(distribution.shards(), (table, rows) -> {});
        } else if (distribution.mode() == Distribution.Mode.CITUS) {
            throw new CannotOpenDatabase(
                    citus.isInstalled()
                            ? "The tables are not distributed (" + settings
                                    + "): distribute them with contacts4j db distribute"
                            : "The database has no extension citus (" + settings + "): execute create extension citus");
        }
    }

    private static boolean isNew(CitusTables citus) throws SQLException {
        for (String table : citus.undistributed()) {
            if (citus.rows(table) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Closes the database, and restores its backup if there is one. */
    private void undo(Connection connection) throws SQLException {
        Optional<MigrationBackup> backup = backupOf(connection).filter(MigrationBackup::exists);
        connection.close();
        backup.ifPresent(MigrationBackup::restore);
    }

    private static boolean isComplete(Flyway flyway) {
        MigrationInfoService migrations = flyway.info();
        return migrations.pending().length == 0
                && Arrays.stream(migrations.applied())
                        .noneMatch(migration -> migration.getState().isFailed());
    }

    private Optional<MigrationBackup> backupOf(Connection connection) throws SQLException {
        return database instanceof H2Database ? MigrationBackup.of(connection) : Optional.empty();
    }
}
