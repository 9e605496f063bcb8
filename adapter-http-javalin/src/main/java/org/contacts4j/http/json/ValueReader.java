package org.contacts4j.http.json;

import org.contacts4j.domain.Faults;
import org.jspecify.annotations.Nullable;

/** How a JSON value that is not null becomes what a field holds. */
@FunctionalInterface
public interface ValueReader<T> {

    /**
     * Reads a value, adding a fault under {@code field} when it has another type than it should.
     *
     * @return null when there was a fault, or when the value says "empty"
     */
    @Nullable
    T read(Object json, String field, Faults faults);
}
