package org.contacts4j.domain.filter;

import org.jspecify.annotations.Nullable;

/**
 * A range of values between two optional bounds.
 *
 * @param low the lower bound; null for none
 * @param high the upper bound; null for none
 */
public record Range<T extends Comparable<T>>(
        @Nullable Bound<T> low, @Nullable Bound<T> high) {

    /** A bound of a range. An inclusive bound belongs to the range. */
    public record Bound<T>(T value, boolean inclusive) {}

    static <T extends Comparable<T>> Range<T> all() {
        return new Range<>(null, null);
    }

    static <T extends Comparable<T>> Range<T> only(T value) {
        return closed(value, value);
    }

    static <T extends Comparable<T>> Range<T> closed(T low, T high) {
        return new Range<>(new Bound<>(low, true), new Bound<>(high, true));
    }

    static <T extends Comparable<T>> Range<T> halfOpen(T low, T beyond) {
        return new Range<>(new Bound<>(low, true), new Bound<>(beyond, false));
    }

    static <T extends Comparable<T>> Range<T> above(T value, boolean inclusive) {
        return new Range<>(new Bound<>(value, inclusive), null);
    }

    static <T extends Comparable<T>> Range<T> below(T value, boolean inclusive) {
        return new Range<>(null, new Bound<>(value, inclusive));
    }

    boolean contains(T value) {
        return (low == null || satisfies(value.compareTo(low.value()), low))
                && (high == null || satisfies(-value.compareTo(high.value()), high));
    }

    private static boolean satisfies(int distance, Bound<?> bound) {
        return bound.inclusive() ? distance >= 0 : distance > 0;
    }
}
