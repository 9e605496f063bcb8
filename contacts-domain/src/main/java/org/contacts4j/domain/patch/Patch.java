package org.contacts4j.domain.patch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;

/**
 * A set of changes to a record: some fields set, some cleared, all others unchanged. A create operation applies a patch
 * to an empty record, so one type serves both. Immutable.
 *
 * <pre>{@code
 * Patch<Contact> patch = Patch.of(ContactField.NAME, "Ada Lovelace")
 *         .set(ContactField.EMAIL, "ada@example.org")
 *         .clear(ContactField.NOTES);
 * }</pre>
 *
 * <p>A patch also carries the errors found while parsing the client's input. One response can then list them together
 * with the errors of the field rules.
 *
 * @param <R> the type of the record
 */
public final class Patch<R> {

    private final Map<Field<R, ?>, Change<?>> changes;
    private final List<Fault> faults;

    private Patch(Map<Field<R, ?>, Change<?>> changes, List<Fault> faults) {
        this.changes = changes;
        this.faults = faults;
    }

    /** Returns a patch without changes. */
    public static <R> Patch<R> empty() {
        return new Patch<>(Map.of(), List.of());
    }

    /** Returns a patch that sets one field. */
    public static <R, T> Patch<R> of(Field<R, T> field, T value) {
        return Patch.<R>empty().set(field, value);
    }

    /** Returns this patch with {@code field} set. */
    public <T> Patch<R> set(Field<R, T> field, T value) {
        return and(field, Change.set(value));
    }

    /** Returns this patch with {@code field} cleared. */
    public <T> Patch<R> clear(Field<R, T> field) {
        return and(field, Change.clear());
    }

    /** Returns this patch with a change of {@code field}. It replaces any earlier change of the field. */
    public <T> Patch<R> and(Field<R, T> field, Change<T> change) {
        Map<Field<R, ?>, Change<?>> more = new LinkedHashMap<>(changes);
        more.put(field, change);
        return new Patch<>(Collections.unmodifiableMap(more), faults);
    }

    /** Returns this patch with a parse error of {@code field}. */
    public Patch<R> withFault(String field, String message) {
        List<Fault> more = new ArrayList<>(faults);
        more.add(new Fault(field, message));
        return new Patch<>(changes, List.copyOf(more));
    }

    /** Returns this patch without parse errors. */
    public Patch<R> withoutFaults() {
        return new Patch<>(changes, List.of());
    }

    /** Returns a builder, for parsers of input. */
    public static <R> Builder<R> builder() {
        return new Builder<>();
    }

    /** Returns this patch's change of {@code field}; {@link Change.Keep} if there is none. */
    @SuppressWarnings("unchecked") // safe: entries are added with a field and a change of one type
    public <T> Change<T> changeOf(Field<R, T> field) {
        Change<?> change = changes.get(field);
        return change == null ? Change.keep() : (Change<T>) change;
    }

    /** Returns whether this patch sets or clears {@code field}. */
    public boolean touches(Field<R, ?> field) {
        return !(changeOf(field) instanceof Change.Keep);
    }

    /** Returns the parse errors of the input; empty for patches built in code. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * A builder of one patch. Not thread-safe.
     *
     * @param <R> the type of the record
     */
    public static final class Builder<R> {

        private final Map<Field<R, ?>, Change<?>> changes = new LinkedHashMap<>();
        private final Faults faults = new Faults();

        private Builder() {}

        public <T> Builder<R> set(Field<R, T> field, T value) {
            changes.put(field, Change.set(value));
            return this;
        }

        public <T> Builder<R> clear(Field<R, T> field) {
            changes.put(field, Change.clear());
            return this;
        }

        /** Returns the collector for parse errors. The built patch carries them. */
        public Faults faults() {
            return faults;
        }

        public Patch<R> build() {
            return new Patch<>(Collections.unmodifiableMap(changes), faults.list());
        }
    }
}
