package org.contacts4j.application.page;

import org.jspecify.annotations.Nullable;

/**
 * The requested part of a list. Paging by position costs the same at any depth. The cost of an offset grows with its
 * value.
 *
 * @param limit the maximum number of records, at least 1
 * @param offset the number of records to skip; 0 if {@code after} is given
 * @param after the position to continue from; null to begin at the start
 */
public record Slice(int limit, long offset, @Nullable Position after) {

    public Slice {
        if (limit < 1 || offset < 0 || (offset > 0 && after != null)) {
            throw new IllegalArgumentException("no such slice: limit " + limit + ", offset " + offset);
        }
    }

    /** Returns the first {@code limit} records. */
    public static Slice first(int limit) {
        return new Slice(limit, 0, null);
    }

    /** Returns the {@code limit} records after {@code offset} skipped ones. */
    public static Slice at(long offset, int limit) {
        return new Slice(limit, offset, null);
    }

    /** Returns the {@code limit} records after this position. {@link Page#next} returns such positions. */
    public static Slice after(Position position, int limit) {
        return new Slice(limit, 0, position);
    }
}
