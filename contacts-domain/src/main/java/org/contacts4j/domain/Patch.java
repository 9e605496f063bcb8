package org.contacts4j.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller wants changed of a record: some fields set, some cleared, all others kept. Creating is patching an empty
 * record, so one type serves both. Immutable.
 *
 * <p>A patch also carries the faults found while it was read from somebody's input, so that one refusal can name those
 * and the broken rules together.
 *
 * @param <R> the record
 */
public final class Patch<R> {

    private final Map<Field<R, ?>, Change<?>> changes;
    private final List<Fault> faults;

    private Patch(Map<Field<R, ?>, Change<?>> changes, List<Fault> faults) {
        this.changes = changes;
        this.faults = faults;
    }

    /** A patch that keeps everything. */
    public static <R> Patch<R> empty() {
        return new Patch<>(Map.of(), List.of());
    }

    /** A patch that sets one field. */
    public static <R, T> Patch<R> of(Field<R, T> field, T value) {
        return Patch.<R>empty().with(field, value);
    }

    /** This patch, also setting {@code field}. */
    public <T> Patch<R> with(Field<R, T> field, T value) {
        return and(field, Change.set(value));
    }

    /** This patch, also clearing {@code field}. */
    public <T> Patch<R> clear(Field<R, T> field) {
        return and(field, Change.clear());
    }

    /** This patch with another change of {@code field}; it replaces what the patch said of the field before. */
    public <T> Patch<R> and(Field<R, T> field, Change<T> change) {
        Map<Field<R, ?>, Change<?>> more = new LinkedHashMap<>(changes);
        more.put(field, change);
        return new Patch<>(Collections.unmodifiableMap(more), faults);
    }

    /** This patch, which could not be read in full: {@code field} held something else than it should. */
    public Patch<R> withFault(String field, String message) {
        List<Fault> more = new ArrayList<>(faults);
        more.add(new Fault(field, message));
        return new Patch<>(changes, List.copyOf(more));
    }

    /** A patch that is put together step by step, as readers of input do. */
    public static <R> Builder<R> builder() {
        return new Builder<>();
    }

    /** What this patch says of {@code field}. */
    @SuppressWarnings("unchecked") // `and` is the only way in, and it pairs each field with a change of its own type
    public <T> Change<T> changeOf(Field<R, T> field) {
        Change<?> change = changes.get(field);
        return change == null ? Change.keep() : (Change<T>) change;
    }

    /** Whether this patch sets or clears {@code field}. */
    public boolean touches(Field<R, ?> field) {
        return !(changeOf(field) instanceof Change.Keep);
    }

    /** What was wrong with the input this patch was read from; empty for patches made in code. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * Puts a patch together. Not thread-safe, and good for one patch.
     *
     * @param <R> the record
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

        /** Where to add what could not be read: the patch will carry it. */
        public Faults faults() {
            return faults;
        }

        public Patch<R> build() {
            return new Patch<>(Collections.unmodifiableMap(changes), faults.list());
        }
    }
}
