package org.contacts4j.domain;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record that callers may write. What is true of a field is said here once: its name, what it must be, how
 * it is read. Patches, faults and the history all speak of fields.
 *
 * @param <R> the record
 * @param <T> what the field holds
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

    /** The field's dotted name in the canonical API, such as {@code metadata.title}. */
    public final String name() {
        return name;
    }

    /** What the record holds in this field; null when it is unset. */
    public final @Nullable T of(R record) {
        return reader.apply(record);
    }

    /** Whether the two records hold different values in this field. */
    public final boolean differs(R one, R other) {
        return !Objects.equals(of(one), of(other));
    }

    /** Adds a fault for everything that is wrong with a value, whichever record it is for. */
    public final void check(T value, Faults faults) {
        rule.check(value, name, faults);
    }

    /** The change as it will be carried out: the value checked and tidied, an "empty" value turned into clearing. */
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
