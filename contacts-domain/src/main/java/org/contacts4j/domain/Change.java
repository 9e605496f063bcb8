package org.contacts4j.domain;

import org.jspecify.annotations.Nullable;

/** What an update says of one field: nothing, that it be emptied, or its new value (the merge-patch of RFC 7396). */
public sealed interface Change<T> {

    /** The field was not mentioned and keeps its value. */
    record Keep<T>() implements Change<T> {

        private static final Change<?> ANY = new Keep<>();
    }

    /** The field is emptied. */
    record Clear<T>() implements Change<T> {}

    /** The field takes this value. */
    record Set<T>(T value) implements Change<T> {}

    @SuppressWarnings("unchecked") // it holds nothing, so it is one of any type
    static <T> Change<T> keep() {
        return (Change<T>) Keep.ANY;
    }

    static <T> Change<T> clear() {
        return new Clear<>();
    }

    static <T> Change<T> set(T value) {
        return new Set<>(value);
    }

    /** The value to be set, or null when the change keeps or clears. */
    default @Nullable T valueOrNull() {
        return this instanceof Set<T> set ? set.value() : null;
    }
}
