package org.contacts4j.jdbi.backup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A table on H2 and on PostgreSQL, with its columns in the same order.
 *
 * @param source the table on H2
 * @param target the table on PostgreSQL
 */
record TablePair(TableSchema source, TableSchema target) {

    private static final int FETCHED_ROWS = 1_000;

    String name() {
        return source.name();
    }

    /** Reads all rows from H2. */
    void read(Handle h2, Consumer<@Nullable Object[]> rows) {
        List<CanonicalValue> values = new ArrayList<>();
        for (int i = 0; i < source.columns().size(); i++) {
            values.add(CanonicalValue.onH2(
                    name(), source.columns().get(i), target.columns().get(i).type()));
        }
        read(h2, source, values, rows);
    }

    /** Reads all rows from PostgreSQL. */
    void readBack(Handle postgres, Consumer<@Nullable Object[]> rows) {
        List<CanonicalValue> values = target.columns().stream()
                .map(column -> CanonicalValue.onPostgres(name(), column.name(), column.type()))
                .toList();
        read(postgres, target, values, rows);
    }

    private static void read(
            Handle handle, TableSchema table, List<CanonicalValue> values, Consumer<@Nullable Object[]> rows) {
        String query = "select " + table.columnList() + " from " + table.quoted();
        try (PreparedStatement statement = handle.getConnection().prepareStatement(query)) {
            statement.setFetchSize(FETCHED_ROWS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.accept(values(row, values));
                }
            }
        } catch (SQLException e) {
            throw new CannotCopyDatabase("The table " + table.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static @Nullable Object[] values(ResultSet row, List<CanonicalValue> readers) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[readers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readers.get(i).read(row, i + 1);
        }
        return values;
    }
}
