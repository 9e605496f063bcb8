package org.contacts4j.domain.patch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * The writable fields of a record type, in the order of their declaration. Patches are applied in this order.
 *
 * @param <R> the type of the record
 */
public final class FieldTable<R> {

    private final List<Field<R, ?>> fields = new ArrayList<>();
    private final List<Field<R, String>> texts = new ArrayList<>();

    /** Declares a plain text: of at most {@value Rules#TEXT} code points, stored unchanged. */
    public Field<R, String> text(String name, Function<R, @Nullable String> reader) {
        Field<R, String> field = field(name, Rules.trimmed(), reader);
        texts.add(field);
        return field;
    }

    /** Declares a field that can be unset. */
    public <T> Field<R, T> field(String name, Rule<T> rule, Function<R, @Nullable T> reader) {
        return field(name, rule, reader, FieldValues::set);
    }

    /** Declares a field with its own writer. */
    public <T> Field<R, T> field(
            String name, Rule<T> rule, Function<R, @Nullable T> reader, Field.Writer<R, T> writer) {
        return add(new Field<>(fields.size(), name, rule, reader, null, writer, false));
    }

    /** Declares a field that has the value {@code unset} when it is cleared or was never set. */
    public <T> Field<R, T> withDefault(String name, Rule<T> rule, Function<R, T> reader, T unset) {
        return add(new Field<>(fields.size(), name, rule, reader, unset, FieldValues::set, false));
    }

    /**
     * Declares a field whose changes are merged into its value.
     *
     * @param unset the value when it is cleared or was never set
     * @param merge returns the new value from the value before and the change
     */
    public <T> Field<R, T> merged(
            String name,
            Rule<T> rule,
            Function<R, @Nullable T> reader,
            @Nullable T unset,
            BiFunction<@Nullable T, T, @Nullable T> merge) {
        Field.Writer<R, T> writer = (draft, field, change) ->
                draft.set(field, change == null ? null : merge.apply(draft.get(field), change));
        return add(new Field<>(fields.size(), name, rule, reader, unset, writer, false));
    }

    /** Declares a view, which reads and writes the value of another field. */
    public <T> Field<R, T> view(String name, Rule<T> rule, Function<R, @Nullable T> reader, Field.Writer<R, T> writer) {
        return add(new Field<>(fields.size(), name, rule, reader, null, writer, true));
    }

    /** Returns every field, in the order of application. */
    public List<Field<R, ?>> all() {
        return Collections.unmodifiableList(fields);
    }

    /** Returns the plain texts. */
    public List<Field<R, String>> texts() {
        return Collections.unmodifiableList(texts);
    }

    /** Returns new values, of which none is set. */
    public FieldValues<R> values() {
        return new FieldValues<>(fields.size());
    }

    /** Returns the values of a record. */
    public FieldValues<R> valuesOf(R record) {
        FieldValues<R> values = values();
        fields.forEach(field -> values.copy(field, record));
        return values;
    }

    /**
     * Applies a patch.
     *
     * @param before the record to change, or null to create one
     * @param rules checks and completes the values with the rules that span fields
     * @return the values of the changed record
     * @throws ContactsFailure.Invalid with every validation error
     */
    public FieldValues<R> apply(@Nullable R before, Patch<R> patch, Consumer<Draft<R>> rules) {
        Draft<R> draft = new Draft<>(fields.size(), patch);
        if (before != null) {
            fields.forEach(field -> draft.copy(field, before));
        }
        fields.forEach(field -> field.applyTo(draft));
        rules.accept(draft);
        draft.faults().throwIfAny();
        return draft;
    }

    private <T> Field<R, T> add(Field<R, T> field) {
        fields.add(field);
        return field;
    }
}
