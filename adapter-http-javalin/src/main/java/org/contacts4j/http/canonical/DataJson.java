package org.contacts4j.http.canonical;

import java.util.List;
import java.util.function.Function;

/** A list that is answered whole. */
public record DataJson<T>(List<T> data) {

    /** The records as JSON, in the same order. */
    public static <R, T> DataJson<T> from(List<R> records, Function<R, T> json) {
        return new DataJson<>(records.stream().map(json).toList());
    }
}
