package org.contacts4j.domain.patch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of a record's fields, from which the record is constructed. A field that is not set has its default, if it
 * has one. Views have no value of their own. Not thread-safe.
 *
 * @param <R> the type of the record
 */
public class FieldValues<R> {

    private final @Nullable Object[] values;

    FieldValues(int size) {
        values = new Object[size];
    }

    /** Returns the value of a field; null if it is unset and has no default. */
    @SuppressWarnings("unchecked") // safe: set() accepts only values of the field's type
    public final <T> @Nullable T get(Field<R, T> field) {
        @Nullable Object value = values[field.index];
        return value == null ? field.unset : (T) value;
    }

    /**
     * Returns the value of a field that is set or has a default.
     *
     * @throws NullPointerException if it has neither
     */
    public final <T> T require(Field<R, T> field) {
        return Objects.requireNonNull(get(field), field.name());
    }

    /** Sets the value of a field, or clears it if null. Performs no validation. */
    public final <T> void set(Field<R, T> field, @Nullable T value) {
        values[field.index] = value;
    }

    final <T> void copy(Field<R, T> field, R record) {
        if (!field.isView()) {
            set(field, field.of(record));
        }
    }
}
