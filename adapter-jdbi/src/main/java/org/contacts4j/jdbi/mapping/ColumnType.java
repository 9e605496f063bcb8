package org.contacts4j.jdbi.mapping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.EnumNames;
import org.jspecify.annotations.Nullable;

/**
 * A type of column values: how they are written to a column and read from it.
 *
 * @param <T> the type of the value
 */
public record ColumnType<T>(Writing<T> writing, Reading<T> reading) {

    public static final ColumnType<String> TEXT = new ColumnType<>(ColumnWriter::text, ResultSet::getString);

    public static final ColumnType<Boolean> FLAG = new ColumnType<>(ColumnWriter::flag, ResultSet::getBoolean);

    public static final ColumnType<List<String>> TEXTS = texts(text -> text, text -> text);

    public static final ColumnType<Address> ADDRESS = new ColumnType<>(
            (to, name, address) -> to.json(name, Json.writeAddress(address)),
            (row, column) -> Json.readAddress(row.getString(column)));

    /** Plain data by key. */
    public static final ColumnType<Map<String, @Nullable Object>> DATA = new ColumnType<>(
            (to, name, data) -> to.json(name, Json.write(data)), (row, column) -> Json.readData(row.getString(column)));

    /** Returns this type with another form in writing. */
    public ColumnType<T> writtenBy(Writing<T> other) {
        return new ColumnType<>(other, reading);
    }

    /** Returns the type of the constants of an enum. */
    public static <E extends Enum<E>> ColumnType<E> word(Class<E> type) {
        return new ColumnType<>(ColumnWriter::word, (row, column) -> {
            @Nullable String word = row.getString(column);
            return word == null ? null : EnumNames.find(type, word).orElseThrow();
        });
    }

    /** Returns a type of ids. */
    public static <T> ColumnType<T> id(Function<UUID, T> wrap, Function<T, UUID> value) {
        return new ColumnType<>((to, name, id) -> to.uuid(name, id == null ? null : value.apply(id)), (row, column) -> {
            @Nullable UUID id = row.getObject(column, UUID.class);
            return id == null ? null : wrap.apply(id);
        });
    }

    /** Returns a type of arrays of texts, which {@code wrap} and {@code text} convert. */
    public static <T> ColumnType<List<T>> texts(Function<String, T> wrap, Function<T, String> text) {
        return new ColumnType<>(
                (to, name, items) -> to.texts(name, items.stream().map(text).toList()),
                (row, column) -> readTexts(row, column, wrap));
    }

    /** Returns a type of JSON arrays of objects, of which two text properties are read. */
    public static <T> ColumnType<List<T>> pairs(String first, String second, BiFunction<String, String, T> make) {
        return new ColumnType<>(
                (to, name, items) -> to.json(name, Json.write(items)),
                (row, column) -> Json.readPairs(row.getString(column), first, second, make));
    }

    static <T> List<T> readTexts(ResultSet row, int column, Function<String, T> wrap) throws SQLException {
        Object[] elements = (Object[]) row.getArray(column).getArray();
        if (elements.length == 0) {
            return List.of();
        }
        List<T> texts = new ArrayList<>(elements.length);
        for (Object element : elements) {
            texts.add(wrap.apply((String) element));
        }
        return List.copyOf(texts);
    }

    /** Writes a value as the parameter of this name. */
    @FunctionalInterface
    public interface Writing<T> {
        void write(ColumnWriter to, String name, T value);
    }

    /** Reads the value of the column at this position. */
    @FunctionalInterface
    interface Reading<T> {
        @Nullable
        T read(ResultSet row, int column) throws SQLException;
    }
}
