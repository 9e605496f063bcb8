package org.contacts4j.http.canonical;

import java.util.List;
import java.util.function.Function;

/**
 * The JSON of a complete list without pages.
 *
 * @param <T> the JSON of a record
 */
public record DataJson<T>(List<T> data) {

    /** Returns the JSON of these records in the same order. */
    public static <R, T> DataJson<T> from(List<R> records, Function<R, T> json) {
        return new DataJson<>(records.stream().map(json).toList());
    }
}
