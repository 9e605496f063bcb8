package org.contacts4j.domain.patch;

import java.util.Objects;
import java.util.function.Function;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A writable field of a record. It defines the field's name, its validation rule and how it is read. Patches,
 * validation errors and the history all refer to fields.
 *
 * @param <R> the type of the record
 * @param <T> the type of the field's value
 */
public abstract class Field<R, T> {

    private final String name;
    private final Rule<T> rule;
    private final Function<R, @Nullable T> reader;

    protected Field(String name, Rule<T> rule, Function<R, @Nullable T> reader) {
        this.name = name;
        this.rule = rule;
        this.reader = reader;
    }

    /** Returns the field's dotted name in the canonical API, such as {@code metadata.title}. */
    public final String name() {
        return name;
    }

    /** Returns the record's value of this field; null if it is unset. */
    public final @Nullable T of(R record) {
        return reader.apply(record);
    }

    /** Returns whether two records have different values in this field. */
    public final boolean differs(R one, R other) {
        return !Objects.equals(of(one), of(other));
    }

    /** Adds every validation error of a value, independently of any record. */
    public final void check(T value, Faults faults) {
        rule.check(value, name, faults);
    }

    /** Validates and normalizes a change. A value that counts as empty becomes {@link Change.Clear}. */
    protected final Change<T> checked(Change<T> change, Faults faults) {
        if (change instanceof Change.Set<T> set) {
            @Nullable T kept = rule.check(set.value(), name, faults);
            return kept == null ? Change.clear() : Change.set(kept);
        }
        return change;
    }

    @Override
    public final String toString() {
        return name;
    }
}
