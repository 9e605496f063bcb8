package org.contacts4j.jdbi.mapping;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Reads query results directly, without Jdbi's iterators and collectors. */
public final class Rows {

    private Rows() {}

    /** Returns the first row, if there is one. */
    public static <T> Optional<T> first(Query query, RowMapper<T> mapper) {
        return query.scanResultSet((rows, context) -> {
            try (ResultSet row = rows.get()) {
                return row.next() ? Optional.of(mapper.map(row, context)) : Optional.empty();
            }
        });
    }

    /** Returns the number in the only column of the only row. */
    public static long number(Query query) {
        return first(query, (row, context) -> row.getLong(1)).orElseThrow();
    }

    /** Returns the numbers in the second column, by the texts in the first. */
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

    /** Returns all rows, in order. */
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
