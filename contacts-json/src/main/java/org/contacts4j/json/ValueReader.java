package org.contacts4j.json;

import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** A conversion of non-null JSON values to the type of a field. */
@FunctionalInterface
public interface ValueReader<T> {

    /**
     * Reads a value. Adds a validation error under {@code field} when it has the wrong type.
     *
     * @return null after a validation error, or when the value clears the field
     */
    @Nullable
    T read(Object json, String field, Faults faults);
}
