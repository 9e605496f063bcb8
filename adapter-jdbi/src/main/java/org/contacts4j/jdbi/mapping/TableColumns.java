package org.contacts4j.jdbi.mapping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.jdbi.mapping.Column.Changed;
import org.contacts4j.jdbi.mapping.Column.Restored;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of records with a revision. Every statement derives its columns from here: inserts, updates,
 * COPY and the selection of rows.
 *
 * <p>Rows are read by the positions of columns, which are computed once. Rows are wide, and looking columns up by name
 * costs more than everything else in reading a row.
 *
 * @param <R> the type of the record
 */
public final class TableColumns<R> {

    /** The columns before those of the fields. {@link ColumnReader} reads them from left to right. */
    private static final List<String> FIRST = List.of(
            "r.organization_id", "r.id", "r.version", "r.created_at", "r.created_by", "r.updated_at", "r.updated_by");

    private final List<Column<R, ?>> columns;
    private final List<Restored<R, ?>> restored;

    /**
     * Creates the columns of a table: those of the id and the revision, one for each plain text, and others.
     *
     * @param id returns the id of a record
     */
    public TableColumns(
            Function<R, UUID> id,
            Function<R, Revision> revision,
            List<Field<R, String>> texts,
            List<Column<R, ?>> others) {
        this.columns = Stream.of(
                        key(id, revision),
                        texts.stream().map(field -> Column.of(field, ColumnType.TEXT)),
                        others.stream())
                .<Column<R, ?>>flatMap(column -> column)
                .toList();
        List<Restored<R, ?>> fields = new ArrayList<>();
        columns.forEach(column -> Stream.ofNullable(column.restored()).forEach(fields::add));
        this.restored = List.copyOf(fields);
    }

    private static <R> Stream<Column<R, ?>> key(Function<R, UUID> id, Function<R, Revision> revision) {
        return Stream.of(
                Column.written("id", id, ColumnWriter::uuid),
                Column.written("version", r -> revision.apply(r).version(), ColumnWriter::number),
                Column.written("created_at", r -> revision.apply(r).createdAt(), ColumnWriter::time),
                Column.written("created_by", r -> valueOf(revision.apply(r).createdBy()), ColumnWriter::text),
                Column.written("updated_at", r -> revision.apply(r).updatedAt(), ColumnWriter::time),
                Column.written("updated_by", r -> valueOf(revision.apply(r).updatedBy()), ColumnWriter::text));
    }

    /** Returns the names of all columns, in the order of {@link #write}. */
    public String names() {
        return "organization_id, " + columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Returns the statement that inserts a row. {@link #write} binds its parameters. */
    public String insert(String table) {
        return "insert into " + table + " (" + names() + ") values (:organization, "
                + columns.stream().map(column -> ":" + column.name()).collect(Collectors.joining(", ")) + ")";
    }

    /** Returns the assignments of all columns except those that never change. {@link #write} binds their parameters. */
    public String assignments() {
        return assignments(
                columns.stream().map(Column::name).filter(name -> !name.equals("id") && !name.startsWith("created_")));
    }

    /** Returns the assignments of changed columns. */
    public String assignments(List<Changed> changed) {
        return assignments(changed.stream().map(Changed::name));
    }

    private static String assignments(Stream<String> names) {
        return names.map(name -> name + " = :" + name).collect(Collectors.joining(", "));
    }

    /** Returns the expressions to select from the row {@code r}, in the order of {@link #read}. */
    public String selection() {
        return Stream.concat(FIRST.stream(), restored.stream().map(Restored::expression))
                .collect(Collectors.joining(", "));
    }

    /** Returns the number of expressions of {@link #selection}. */
    public int width() {
        return FIRST.size() + restored.size();
    }

    /** Writes the values of a complete row. */
    public void write(ColumnWriter values, OrganizationId organization, R row) {
        values.text("organization", organization.value());
        write(values, row);
    }

    /** Writes the values of a row without its organization. */
    public void write(ColumnWriter values, R row) {
        columns.forEach(column -> column.write(values, row));
    }

    /** Returns the columns whose values differ, with the values of {@code after}. */
    public List<Changed> changed(R before, R after) {
        List<Changed> changed = new ArrayList<>();
        columns.forEach(column -> column.addIfChanged(before, after, changed));
        return changed;
    }

    /** Reads the fields of a selected row into {@code values}. */
    public FieldValues<R> read(ResultSet row, FieldValues<R> values) throws SQLException {
        for (int i = 0; i < restored.size(); i++) {
            read(row, FIRST.size() + i + 1, restored.get(i), values);
        }
        return values;
    }

    private static <R, T> void read(ResultSet row, int column, Restored<R, T> restored, FieldValues<R> values)
            throws SQLException {
        values.set(restored.field(), restored.reading().read(row, column));
    }

    private static @Nullable String valueOf(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }
}
