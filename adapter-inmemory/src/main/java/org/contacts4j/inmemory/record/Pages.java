package org.contacts4j.inmemory.record;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.jspecify.annotations.Nullable;

/** Sorting and pagination of records. */
public final class Pages {

    private Pages() {}

    public static <T> Page<T> cut(
            Stream<T> matching, Order order, Slice slice, Function<T, Position> positionOf, @Nullable Total total) {
        Comparator<Position> comparator = order.comparator();
        Position after = slice.after();
        List<T> found = matching.map(item -> new Placed<>(positionOf.apply(item), item))
                .filter(placed -> after == null || comparator.compare(placed.position, after) > 0)
                .sorted(Comparator.comparing(Placed::position, comparator))
                .skip(slice.offset())
                .limit(slice.limit() + 1L)
                .map(Placed::item)
                .toList();
        return Page.of(found, slice.limit(), total, positionOf);
    }

    private record Placed<T>(Position position, T item) {}
}
