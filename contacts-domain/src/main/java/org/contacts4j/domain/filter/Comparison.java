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

    /** Matches text that equals one of these texts. Unset text is the empty text. */
    record OneOf(Set<String> texts) implements Comparison<String> {
        public OneOf {
            texts = Set.copyOf(texts);
        }

        @Override
        public boolean holds(@Nullable String value) {
            return value != null && texts.contains(value);
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

    /** Matches lists with at least one item. */
    record HasSome() implements Comparison<Collection<String>> {
        @Override
        public boolean holds(@Nullable Collection<String> value) {
            return value != null && !value.isEmpty();
        }
    }

    /** Matches set values that equal one of these flags. */
    record IsFlag(Set<Boolean> flags) implements Comparison<Boolean> {
        public IsFlag {
            flags = Set.copyOf(flags);
        }

        @Override
        public boolean holds(@Nullable Boolean value) {
            return value != null && flags.contains(value);
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
}
