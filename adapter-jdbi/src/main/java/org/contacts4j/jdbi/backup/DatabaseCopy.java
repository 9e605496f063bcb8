package org.contacts4j.jdbi.backup;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.connection.Connections;
import org.contacts4j.jdbi.mapping.CopyIn;
import org.contacts4j.jdbi.sql.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A copy of all tables of an H2 database to an empty PostgreSQL database. The tables come from the catalogs, so a table
 * that is added to both databases is copied.
 *
 * <p>Everything happens in one transaction of PostgreSQL: after a failure, the target is as before. Foreign keys are
 * dropped and created again within the transaction, as {@code pg_restore} does, because some tables refer to each other
 * and one check of all rows is faster than a check of each.
 */
public final class DatabaseCopy {

    /** Tables of H2 whose rows PostgreSQL has in an index instead. */
    static final Set<String> ONLY_ON_H2 = Set.of("contact_match_key");

    private static final int REPORTED_ROWS = 10_000;

    private static final String FOREIGN_KEYS = """
            select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
            from pg_constraint
            where contype = 'f' and connamespace = current_schema::regnamespace
            order by 1, 2
            """;

    private final Handle source;
    private final Handle target;
    private final ObjLongConsumer<String> progress;

    private DatabaseCopy(Handle source, Handle target, ObjLongConsumer<String> progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
    }

    /**
     * Copies all rows, and compares their number and checksums afterwards. Migrates both databases first.
     *
     * @param source an H2 database that no process has open
     * @param target a PostgreSQL database without records
     * @param progress receives each step when it begins, and after every ten thousand rows of it, with the number of rows
     * @return the copied tables by name
     * @throws CannotOpenDatabase if a database cannot be opened
     * @throws CannotCopyDatabase if the target has records, the copy fails, or it differs; the target is unchanged
     */
    @SuppressWarnings("try") // the migrated source stays open, and is not used directly
    public static List<CopiedTable> run(
            DatabaseSettings source, DatabaseSettings target, ObjLongConsumer<String> progress) {
        Connections.open(Database.of(target.url()), target).close();
        try (HikariDataSource migrated = Connections.open(Database.of(source.url()), source);
                Handle from = Jdbi.open(Connections.connectToExisting(source));
                Handle to = Jdbi.open(Connections.connectToExisting(target))) {
            from.execute("set lazy_query_execution 1"); // otherwise H2 collects all rows of a table before the first
            List<CopiedTable> copied =
                    to.inTransaction(transaction -> new DatabaseCopy(from, transaction, progress).copy());
            progress.accept("updating statistics", 0);
            copied.forEach(table -> to.execute("analyze " + TableSchema.quote(table.name())));
            return copied;
        } catch (CannotOpenDatabase | CannotCopyDatabase e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private static CannotCopyDatabase failed(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return new CannotCopyDatabase(
                "The copy failed, and the target is as before: "
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
                failure);
    }

    private List<CopiedTable> copy() {
        List<TablePair> tables = tables();
        lock(tables);
        empty(tables);
        List<String> foreignKeys = dropForeignKeys();
        Map<TablePair, CopiedTable> copied = new LinkedHashMap<>();
        for (TablePair table : tables) {
            TableChecksum checksum = copy(table);
            copied.put(table, new CopiedTable(table.name(), checksum.rows(), checksum.text()));
        }
        progress.accept("checking references", 0);
        foreignKeys.forEach(target::execute);
        copied.forEach(this::compare);
        return List.copyOf(copied.values());
    }

    /** Returns the tables to copy. Fails if a table or a column of the source has no counterpart. */
    private List<TablePair> tables() {
        SortedMap<String, TableSchema> here = TableSchema.readAll(source);
        SortedMap<String, TableSchema> there = TableSchema.readAll(target);
        here.keySet().removeAll(ONLY_ON_H2);
        here.remove(Connections.HISTORY_TABLE);
        List<TablePair> tables = new ArrayList<>();
        here.forEach((name, table) -> {
            @Nullable TableSchema counterpart = there.get(name);
            if (counterpart == null || !counterpart.hasColumnsOf(table)) {
                throw new CannotCopyDatabase("The target does not have the table " + name + " with the same columns");
            }
            tables.add(new TablePair(table, counterpart.inOrderOf(table)));
        });
        return tables;
    }

    private void lock(List<TablePair> tables) {
        target.execute("lock table "
                + tables.stream().map(table -> table.target().quoted()).collect(Collectors.joining(", "))
                + " in access exclusive mode");
    }

    /** Empties the tables that a server fills at its first start. Fails if there are rows of an organization. */
    private void empty(List<TablePair> tables) {
        for (TablePair table : tables) {
            if (!table.target().hasOrganization()) {
                target.execute("delete from " + table.target().quoted());
            } else if (target.createQuery(
                            "select exists (select 1 from " + table.target().quoted() + ")")
                    .mapTo(Boolean.class)
                    .one()) {
                throw new CannotCopyDatabase(
                        "The target already has records (in the table " + table.name() + "): name an empty database");
            }
        }
    }

    /** Drops all foreign keys and returns the statements that create them again. */
    private List<String> dropForeignKeys() {
        List<String> recreation = new ArrayList<>();
        List<String> drops = new ArrayList<>();
        target.createQuery(FOREIGN_KEYS)
                .map((row, context) -> {
                    String change =
                            "alter table " + row.getString(1) + " %s constraint " + TableSchema.quote(row.getString(2));
                    drops.add(change.formatted("drop"));
                    return recreation.add(change.formatted("add") + " " + row.getString(3));
                })
                .list();
        drops.forEach(target::execute);
        return recreation;
    }

    private TableChecksum copy(TablePair table) {
        String step = "copying " + table.name();
        progress.accept(step, 0);
        TableChecksum checksum = new TableChecksum();
        CopyIn.stream(
                target,
                table.target().quoted() + " (" + table.target().columnList() + ")",
                rows -> table.read(source, row -> {
                    checksum.add(row);
                    rows.accept(row);
                    report(step, checksum);
                }));
        table.target().columns().stream()
                .filter(TableSchema.Column::isIdentity)
                .forEach(column -> restartAfterLast(table, column));
        return checksum;
    }

    /** Makes the database generate values after the highest copied one. */
    private void restartAfterLast(TablePair table, TableSchema.Column column) {
        String name = TableSchema.quote(column.name());
        target.createQuery("select setval(pg_get_serial_sequence(:table, :column), coalesce(max(" + name
                        + "), 0) + 1, false) from " + table.target().quoted())
                .bind("table", table.target().quoted())
                .bind("column", column.name())
                .mapTo(Long.class)
                .one();
    }

    private void compare(TablePair table, CopiedTable copied) {
        String step = "comparing " + table.name();
        progress.accept(step, 0);
        TableChecksum checksum = new TableChecksum();
        table.readBack(target, row -> {
            checksum.add(row);
            report(step, checksum);
        });
        if (checksum.rows() != copied.rows() || !checksum.text().equals(copied.checksum())) {
            throw new CannotCopyDatabase("The copy of the table " + table.name() + " differs: " + copied.rows()
                    + " rows with checksum " + copied.checksum() + " became " + checksum.rows() + " with "
                    + checksum.text() + ". The target is as before");
        }
    }

    private void report(String step, TableChecksum checksum) {
        if (checksum.rows() % REPORTED_ROWS == 0) {
            progress.accept(step, checksum.rows());
        }
    }

    /**
     * A copied table.
     *
     * @param checksum the same for both databases, and independent of the order of the rows
     */
    public record CopiedTable(String name, long rows, String checksum) {}
}
