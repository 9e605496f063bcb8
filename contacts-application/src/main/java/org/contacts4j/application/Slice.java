package org.contacts4j.application;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. Walking by position costs the same at any depth, an offset costs more the larger it is.
 *
 * @param limit the most records wanted, 1 or more
 * @param offset how many records to pass over; 0 when {@code after} is given
 * @param after the position to go on from; null to begin at the start
 */
public record Slice(int limit, long offset, @Nullable Position after) {

    public Slice {
        if (limit < 1 || offset < 0 || (offset > 0 && after != null)) {
            throw new IllegalArgumentException("no such slice: limit " + limit + ", offset " + offset);
        }
    }

    /** The beginning of the list. */
    public static Slice first(int limit) {
        return new Slice(limit, 0, null);
    }

    /** What comes behind so many records. */
    public static Slice at(long offset, int limit) {
        return new Slice(limit, offset, null);
    }

    /** What comes behind the record at this position, which {@link Page#next} gives. */
    public static Slice after(Position position, int limit) {
        return new Slice(limit, 0, position);
    }
}
