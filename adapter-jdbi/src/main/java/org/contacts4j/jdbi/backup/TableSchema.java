package org.contacts4j.jdbi.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A table and its columns, as the catalog of the database describes them.
 *
 * @param columns in their order in the table
 */
record TableSchema(String name, List<Column> columns) {

    private static final String ORGANIZATION = "organization_id";

    private static final String COLUMNS = """
            select c.table_name, c.column_name, c.data_type, c.is_identity
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where t.table_schema = current_schema and t.table_type = 'BASE TABLE'
            order by c.table_name, c.ordinal_position
            """;

    /**
     * A column.
     *
     * @param type the name of the type in lower case
     * @param isIdentity whether the database generates values
     */
    record Column(String name, String type, boolean isIdentity) {}

    /** Returns all tables of the current schema by name. */
    static SortedMap<String, TableSchema> readAll(Handle handle) {
        SortedMap<String, TableSchema> tables = new TreeMap<>();
        handle.createQuery(COLUMNS)
                .map((row, context) -> {
                    String table = row.getString(1);
                    Column column = new Column(
                            row.getString(2),
                            row.getString(3).toLowerCase(Locale.ROOT),
                            "YES".equals(row.getString(4)));
                    tables.computeIfAbsent(table, name -> new TableSchema(name, new ArrayList<>()))
                            .columns()
                            .add(column);
                    return table;
                })
                .list();
        return tables;
    }

    /** Returns the table with its columns in the order of another table. The columns must have the same names. */
    TableSchema inOrderOf(TableSchema other) {
        return new TableSchema(
                name,
                other.columns.stream()
                        .map(wanted -> columns.stream()
                                .filter(column -> column.name().equals(wanted.name()))
                                .findFirst()
                                .orElseThrow())
                        .toList());
    }

    boolean hasColumnsOf(TableSchema other) {
        return names(this).equals(names(other));
    }

    private static List<String> names(TableSchema table) {
        return table.columns.stream().map(Column::name).sorted().toList();
    }

    /** Returns whether each row belongs to an organization. */
    boolean hasOrganization() {
        return columns.stream().anyMatch(column -> column.name().equals(ORGANIZATION));
    }

    /** Returns the quoted name. */
    String quoted() {
        return quote(name);
    }

    /** Returns the quoted names of all columns, separated by commas. */
    String columnList() {
        return columns.stream().map(column -> quote(column.name())).collect(Collectors.joining(", "));
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
