package org.contacts4j.application.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items the records, in the requested order
 * @param total the number of records in the whole list; null if it was not requested
 * @param next the position to continue from; null on the last page
 */
public record Page<T>(
        List<T> items, @Nullable Total total, @Nullable Position next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The total number of records.
     *
     * @param exact false if there are more than {@code count}: stores stop counting filtered lists at {@link
     *     #COUNT_LIMIT}
     */
    public record Total(long count, boolean exact) {

        /**
         * The number of records up to which a filtered list is counted, unless a full count is requested. Lists without
         * a filter, or filtered by status alone, are always counted in full.
         */
        public static final int COUNT_LIMIT = 10_000;

        /** Returns the total of a list whose count stopped one record after {@link #COUNT_LIMIT}. */
        public static Total capped(long counted) {
            return new Total(Math.min(counted, COUNT_LIMIT), counted <= COUNT_LIMIT);
        }

        public static Total exact(long count) {
            return new Total(count, true);
        }
    }

    /** Returns the page of {@code found}, which was read with up to {@code limit + 1} records to detect a next page. */
    public static <T> Page<T> of(List<T> found, int limit, @Nullable Total total, Function<T, Position> positionOf) {
        boolean goesOn = found.size() > limit;
        List<T> items = goesOn ? found.subList(0, limit) : found;
        return new Page<>(items, total, goesOn ? positionOf.apply(items.get(limit - 1)) : null);
    }
}
