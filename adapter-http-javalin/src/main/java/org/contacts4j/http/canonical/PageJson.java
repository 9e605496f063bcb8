package org.contacts4j.http.canonical;

import java.util.List;
import java.util.function.Function;
import org.contacts4j.application.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param total null when it was not asked for
 * @param totalIsExact false when there are more than {@code total}; null when there is no total
 * @param page null when the list is walked by cursor
 * @param nextCursor null on the last page
 */
public record PageJson<T>(
        List<T> data,
        @Nullable Long total,
        @Nullable Boolean totalIsExact,
        @Nullable Integer page,
        int limit,
        @Nullable Long totalPages,
        @Nullable String nextCursor) {

    /** The page that answers these parameters. */
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
