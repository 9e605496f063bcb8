package org.contacts4j.application;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items the records, in the order asked for
 * @param total how many records the whole list has; null when that was not asked for
 * @param next where the list goes on; null when nothing comes after
 */
public record Page<T>(
        List<T> items, @Nullable Total total, @Nullable Position next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * How many records there are.
     *
     * @param exact false when there are more than {@code count}: stores stop counting filtered lists at {@link
     *     #COUNTED_AT_MOST}
     */
    public record Total(long count, boolean exact) {

        /**
         * How far a filtered list is counted, unless it is to be counted in full. Lists without a filter, or filtered by
         * status alone, always are.
         */
        public static final int COUNTED_AT_MOST = 10_000;

        /** The total for a list that was counted one record further than {@link #COUNTED_AT_MOST}. */
        public static Total capped(long counted) {
            return new Total(Math.min(counted, COUNTED_AT_MOST), counted <= COUNTED_AT_MOST);
        }

        public static Total exact(long count) {
            return new Total(count, true);
        }
    }

    /** The page of {@code found}, which was looked up with one record more than {@code limit} to see whether any follow. */
    public static <T> Page<T> of(List<T> found, int limit, @Nullable Total total, Function<T, Position> positionOf) {
        boolean goesOn = found.size() > limit;
        List<T> items = goesOn ? found.subList(0, limit) : found;
        return new Page<>(items, total, goesOn ? positionOf.apply(items.get(limit - 1)) : null);
    }
}
