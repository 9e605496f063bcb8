package org.contacts4j.domain.filter;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A test of a field's value. An operator and its opposite share one comparison: the opposite yields a {@linkplain
 * Condition#negated() negated} condition.
 *
 * @param <V> the type of the field's value
 */
public sealed interface Comparison<V> {

    /** Returns whether the value satisfies this comparison. A null value is unset. */
    boolean holds(@Nullable V value);

    /** Matches values that equal one of these. */
    record OneOf<V>(Set<V> values) implements Comparison<V> {
        public OneOf {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holds(@Nullable V value) {
            return value != null && values.contains(value);
        }
    }

    /** Matches set values and lists with at least one item. */
    record IsSet<V>() implements Comparison<V> {
        @Override
        public boolean holds(@Nullable V value) {
            return value != null && !(value instanceof Collection<?> items && items.isEmpty());
        }
    }

    /** Matches text that contains this part at its start, at its end or anywhere. */
    record Part(String text, Place place) implements Comparison<String> {
        @Override
        public boolean holds(@Nullable String value) {
            return value != null
                    && switch (place) {
                        case START -> value.startsWith(text);
                        case ANYWHERE -> value.contains(text);
                        case END -> value.endsWith(text);
                    };
        }
    }

    /** The required position of a part within a text. */
    enum Place {
        START,
        ANYWHERE,
        END
    }

    /** Matches lists that contain at least one of these items. */
    record HasAny(Set<String> items) implements Comparison<Collection<String>> {
        public HasAny {
            items = Set.copyOf(items);
        }

        @Override
        public boolean holds(@Nullable Collection<String> value) {
            return value != null && value.stream().anyMatch(items::contains);
        }
    }

    /** Matches lists that contain all of these items. */
    record HasAll(Set<String> items) implements Comparison<Collection<String>> {
        public HasAll {
            items = Set.copyOf(items);
        }

        @Override
        public boolean holds(@Nullable Collection<String> value) {
            return value != null && value.containsAll(items);
        }
    }

    /** Matches set values within one of these ranges. */
    record Within<T extends Comparable<T>>(List<Range<T>> ranges) implements Comparison<T> {
        public Within {
            ranges = List.copyOf(ranges);
        }

        @Override
        public boolean holds(@Nullable T value) {
            return value != null && ranges.stream().anyMatch(range -> range.contains(value));
        }
    }

    /**
     * A range of values between two optional bounds.
     *
     * @param low the lower bound; null for none
     * @param high the upper bound; null for none
     */
    record Range<T extends Comparable<T>>(
            @Nullable Bound<T> low, @Nullable Bound<T> high) {

        static <T extends Comparable<T>> Range<T> all() {
            return new Range<>(null, null);
        }

        static <T extends Comparable<T>> Range<T> above(T value, boolean inclusive) {
            return new Range<>(new Bound<>(value, inclusive), null);
        }

        static <T extends Comparable<T>> Range<T> below(T value, boolean inclusive) {
            return new Range<>(null, new Bound<>(value, inclusive));
        }

        /** Returns whether this range has exactly one value. */
        public boolean isPoint() {
            return low != null && low.equals(high);
        }

        boolean contains(T value) {
            return (low == null || satisfies(value.compareTo(low.value()), low))
                    && (high == null || satisfies(-value.compareTo(high.value()), high));
        }

        private static boolean satisfies(int distance, Bound<?> bound) {
            return bound.inclusive() ? distance >= 0 : distance > 0;
        }
    }

    /** A bound of a range. An inclusive bound belongs to the range. */
    record Bound<T>(T value, boolean inclusive) {}
}
