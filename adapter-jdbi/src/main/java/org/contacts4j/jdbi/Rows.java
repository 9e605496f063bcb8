package org.contacts4j.jdbi;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Reads what a query found, without the iterators and collectors that a row at a time would not notice. */
public final class Rows {

    private Rows() {}

    /** The first row, if there is one. */
    public static <T> Optional<T> first(Query query, RowMapper<T> mapper) {
        return query.scanResultSet((rows, context) -> {
            try (ResultSet row = rows.get()) {
                return row.next() ? Optional.of(mapper.map(row, context)) : Optional.empty();
            }
        });
    }

    /** The number in the only column of the only row. */
    public static long number(Query query) {
        return first(query, (row, context) -> row.getLong(1)).orElseThrow();
    }

    /** The numbers in the second column, by the texts in the first. */
    public static Map<String, Long> numbers(Query query) {
        return query.scanResultSet((rows, context) -> {
            Map<String, Long> found = new HashMap<>();
            try (ResultSet row = rows.get()) {
                while (row.next()) {
                    found.put(row.getString(1), row.getLong(2));
                }
            }
            return found;
        });
    }

    /** All rows, in order. */
    public static <T> List<T> all(Query query, RowMapper<T> mapper) {
        return query.scanResultSet((rows, context) -> {
            List<T> found = new ArrayList<>();
            try (ResultSet row = rows.get()) {
                while (row.next()) {
                    found.add(mapper.map(row, context));
                }
            }
            return found;
        });
    }
}
