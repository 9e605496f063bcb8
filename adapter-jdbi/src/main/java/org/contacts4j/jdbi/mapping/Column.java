package org.contacts4j.jdbi.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.contacts4j.domain.patch.Field;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. A column that restores a field is read as well.
 *
 * @param value returns the value to write
 * @param sources the properties that an expensively derived column depends on; empty for a plain column
 * @param restored the field that the column restores; null if the column is only written
 * @param <R> the type of the record
 * @param <T> the type of the value
 */
public record Column<R, T>(
        String name,
        Function<R, @Nullable T> value,
        ColumnType.Writing<T> writing,
        List<Function<R, @Nullable Object>> sources,
        @Nullable Restored<R, T> restored) {

    private static final Pattern CAPITALS = Pattern.compile("(?=[A-Z])");

    /** Returns the column of a field, with the name of the field in snake_case. */
    public static <R, T> Column<R, T> of(Field<R, T> field, ColumnType<T> type) {
        return of(CAPITALS.matcher(field.name()).replaceAll("_").toLowerCase(Locale.ROOT), field, type);
    }

    /** Returns the column of a field. */
    public static <R, T> Column<R, T> of(String name, Field<R, T> field, ColumnType<T> type) {
        return written(name, field, type.writing()).restores(field, type, "r." + name);
    }

    /** Returns a column that is only written. */
    public static <R, T> Column<R, T> written(
            String name, Function<R, @Nullable T> value, ColumnType.Writing<T> writing) {
        return new Column<>(name, value, writing, List.of(), null);
    }

    /** Returns this column with the properties that its value is derived from, which is expensive. */
    public Column<R, T> from(List<Function<R, @Nullable Object>> all) {
        return new Column<>(name, value, writing, all, restored);
    }

    /** Returns this column, which restores a field from the value of an expression over the row {@code r}. */
    public Column<R, T> restores(Field<R, T> field, ColumnType<T> type, String expression) {
        return new Column<>(name, value, writing, sources, new Restored<>(field, type.reading(), expression));
    }

    void write(ColumnWriter values, R record) {
        writing.write(values, name, value.apply(record));
    }

    /** Adds the column with its new value if the value differs between the two records. */
    void addIfChanged(R before, R after, List<Changed> changed) {
        if (mayDiffer(before, after)) {
            T held = value.apply(after);
            if (!Objects.equals(value.apply(before), held)) {
                changed.add(new Changed(name, values -> writing.write(values, name, held)));
            }
        }
    }

    private boolean mayDiffer(R before, R after) {
        for (Function<R, @Nullable Object> source : sources) {
            if (!Objects.equals(source.apply(before), source.apply(after))) {
                return true;
            }
        }
        return sources.isEmpty();
    }

    /** A column whose value has changed, and the binding of the new value. */
    public record Changed(String name, Consumer<ColumnWriter> binding) {}

    /** The field that a column restores, and the expression to select. */
    record Restored<R, T>(Field<R, T> field, ColumnType.Reading<T> reading, String expression) {}
}
