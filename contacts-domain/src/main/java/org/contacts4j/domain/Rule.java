package org.contacts4j.domain;

import org.jspecify.annotations.Nullable;

/** What a value must be to be kept in a field. */
@FunctionalInterface
public interface Rule<T> {

    /**
     * Adds a fault under {@code field} for everything wrong with the value.
     *
     * @return the value as it is kept (trimmed, say); null when it says "empty"; anything when there were faults
     */
    @Nullable
    T check(T value, String field, Faults faults);
}
