package org.contacts4j.domain.patch;

import java.util.Objects;
import java.util.function.Function;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A writable field of a record. It defines the field's name, its validation rule and how it is read and written.
 * Patches, validation errors and the history all refer to fields. {@link FieldTable} declares them.
 *
 * @param <R> the type of the record
 * @param <T> the type of the field's value
 */
public final class Field<R, T> implements Function<R, @Nullable T> {

    private final String name;
    private final Rule<T> rule;
    private final Function<R, @Nullable T> reader;
    private final Writer<R, T> writer;
    private final boolean view;
    final @Nullable T unset;
    final int index;

    Field(
            int index,
            String name,
            Rule<T> rule,
            Function<R, @Nullable T> reader,
            @Nullable T unset,
            Writer<R, T> writer,
            boolean view) {
        this.index = index;
        this.name = name;
        this.rule = rule;
        this.reader = reader;
        this.unset = unset;
        this.writer = writer;
        this.view = view;
    }

    /** Returns the field's name in the domain, such as {@code title}. APIs have names of their own. */
    public String name() {
        return name;
    }

    /** Returns whether the field is a view of another field, as {@code email} is of the first of {@code emails}. */
    public boolean isView() {
        return view;
    }

    /** Returns the record's value of this field; null if it is unset. */
    public @Nullable T of(R record) {
        return reader.apply(record);
    }

    /** Returns the same as {@link #of}. */
    @Override
    public @Nullable T apply(R record) {
        return reader.apply(record);
    }

    /** Returns whether two records have different values in this field. */
    public boolean differs(R one, R other) {
        return !Objects.equals(of(one), of(other));
    }

    /** Adds every validation error of a value, independently of any record. */
    public void check(T value, Faults faults) {
        rule.check(value, name, faults);
    }

    /** Validates, normalizes and writes the draft's change of this field. A value that counts as empty clears it. */
    void applyTo(Draft<R> draft) {
        Change<T> change = draft.patch().changeOf(this);
        if (change instanceof Change.Set<T> set) {
            writer.write(draft, this, rule.check(set.value(), name, draft.faults()));
        } else if (change instanceof Change.Clear) {
            writer.write(draft, this, null);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** Writes a new value of a field, or null to clear it. */
    @FunctionalInterface
    public interface Writer<R, T> {
        void write(Draft<R> draft, Field<R, T> field, @Nullable T value);
    }
}
