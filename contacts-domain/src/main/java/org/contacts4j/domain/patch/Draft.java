package org.contacts4j.domain.patch;

import java.util.function.UnaryOperator;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The values of a record while a patch is applied to it, and the validation errors found so far.
 *
 * @param <R> the type of the record
 */
public final class Draft<R> extends FieldValues<R> {

    private final Patch<R> patch;
    private final Faults faults = new Faults();

    Draft(int size, Patch<R> patch) {
        super(size);
        this.patch = patch;
        faults.addAll(patch.faults());
    }

    /** Returns the patch that is applied. */
    public Patch<R> patch() {
        return patch;
    }

    /** Returns the collector of validation errors. */
    public Faults faults() {
        return faults;
    }

    /** Adds a validation error if the field is unset, unless it already has one: an invalid value is not missing. */
    public void requireSet(Field<R, ?> field, String message) {
        if (get(field) == null) {
            rejectUnlessFaulty(field, Fault.Kind.MISSING, message);
        }
    }

    /** Adds a validation error to a field that has none. */
    public void rejectUnlessFaulty(Field<R, ?> field, Fault.Kind kind, String message) {
        if (!faults.concern(field.name())) {
            faults.add(field.name(), kind, message);
        }
    }

    /** Replaces the value of a field, if the patch has set it. */
    public <T> void replaceIfPatched(Field<R, T> field, UnaryOperator<T> change) {
        @Nullable T value = get(field);
        if (value != null && patch.touches(field)) {
            set(field, change.apply(value));
        }
    }
}
