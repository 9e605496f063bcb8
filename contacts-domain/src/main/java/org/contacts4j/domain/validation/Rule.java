package org.contacts4j.domain.validation;

import org.jspecify.annotations.Nullable;

/**
 * A validation and normalization rule for field values.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface Rule<T> {

    /**
     * Adds a validation error under {@code field} for everything that is wrong with the value.
     *
     * @return the value to store (for example trimmed), or null if it counts as empty; unspecified if errors were added
     */
    @Nullable
    T check(T value, String field, Faults faults);
}
