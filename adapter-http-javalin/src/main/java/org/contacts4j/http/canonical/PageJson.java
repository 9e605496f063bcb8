package org.contacts4j.http.canonical;

import java.util.List;
import java.util.function.Function;
import org.contacts4j.application.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a page of a list.
 *
 * @param total the number of matching records; null when the request excluded it
 * @param totalIsExact false when there are more records than {@code total}; null when {@code total} is null
 * @param page the page number; null when the request has a cursor
 * @param nextCursor the cursor of the next page; null on the last page
 * @param <T> the JSON of a record
 */
public record PageJson<T>(
        List<T> data,
        @Nullable Long total,
        @Nullable Boolean totalIsExact,
        @Nullable Integer page,
        int limit,
        @Nullable Long totalPages,
        @Nullable String nextCursor) {

    /** Returns the JSON of the page found for these parameters. */
    public static <R, T> PageJson<T> from(Page<R> found, ListParameters asked, Cursors cursors, Function<R, T> toJson) {
        int limit = asked.slice().limit();
        Page.@Nullable Total total = found.total();
        return new PageJson<>(
                found.items().stream().map(toJson).toList(),
                total == null ? null : Long.valueOf(total.count()),
                total == null ? null : Boolean.valueOf(total.exact()),
                asked.page(),
                limit,
                total == null ? null : Long.valueOf((total.count() + limit - 1) / limit),
                found.next() == null ? null : cursors.write(asked.order(), found.next()));
    }
}
