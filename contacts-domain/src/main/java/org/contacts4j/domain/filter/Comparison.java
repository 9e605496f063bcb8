package org.contacts4j.domain.filter;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a condition says of a field's value. There are few: operators that say the opposite are the same comparison in a
 * {@linkplain Condition#negated() negated} condition.
 *
 * @param <V> what the field holds
 */
public sealed interface Comparison<V> {

    /** Whether it is true of this value; null is a value that is unset. */
    boolean holds(@Nullable V value);

    /** The text is one of these. Unset text is the empty text. */
    record OneOf(Set<String> texts) implements Comparison<String> {
        public OneOf {
            texts = Set.copyOf(texts);
        }

        @Override
        public boolean holds(@Nullable String value) {
            return value != null && texts.contains(value);
        }
    }

    /** The text has this part, at its start, at its end or anywhere. */
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

    /** Where a part of a text stands. */
    enum Place {
        START,
        ANYWHERE,
        END
    }

    /** At least one of these is among the items. */
    record HasAny(Set<String> items) implements Comparison<Collection<String>> {
        public HasAny {
            items = Set.copyOf(items);
        }

        @Override
        public boolean holds(@Nullable Collection<String> value) {
            return value != null && value.stream().anyMatch(items::contains);
        }
    }

    /** There is at least one item. */
    record HasSome() implements Comparison<Collection<String>> {
        @Override
        public boolean holds(@Nullable Collection<String> value) {
            return value != null && !value.isEmpty();
        }
    }

    /** It is set, to one of these. */
    record IsFlag(Set<Boolean> flags) implements Comparison<Boolean> {
        public IsFlag {
            flags = Set.copyOf(flags);
        }

        @Override
        public boolean holds(@Nullable Boolean value) {
            return value != null && flags.contains(value);
        }
    }

    /** It is set, and within one of these ranges. */
    record Within<T extends Comparable<T>>(List<Range<T>> ranges) implements Comparison<T> {
        public Within {
            ranges = List.copyOf(ranges);
        }

        @Override
        public boolean holds(@Nullable T value) {
            return value != null && ranges.stream().anyMatch(range -> range.contains(value));
        }
    }
}
