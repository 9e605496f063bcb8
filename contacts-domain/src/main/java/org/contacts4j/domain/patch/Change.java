package org.contacts4j.domain.patch;

import org.jspecify.annotations.Nullable;

/**
 * The change that an update makes to one field: keep, clear or set (the merge patch of RFC 7396).
 *
 * @param <T> the type of the field's value
 */
public sealed interface Change<T> {

    /** No change. The update does not contain the field, so the field keeps its value. */
    record Keep<T>() implements Change<T> {

        private static final Change<?> ANY = new Keep<>();
    }

    /** Clears the field. */
    record Clear<T>() implements Change<T> {}

    /** Sets the field to this value. */
    record Set<T>(T value) implements Change<T> {}

    @SuppressWarnings("unchecked") // safe: a Keep holds no value of type T
    static <T> Change<T> keep() {
        return (Change<T>) Keep.ANY;
    }

    static <T> Change<T> clear() {
        return new Clear<>();
    }

    static <T> Change<T> set(T value) {
        return new Set<>(value);
    }

    /** Returns the value to set, or null if the change keeps or clears the field. */
    default @Nullable T valueOrNull() {
        return this instanceof Set<T> set ? set.value() : null;
    }
}
