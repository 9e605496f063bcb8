package org.contacts4j.domain.validation;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;

/**
 * A collector of validation errors, so that one response can list several. It stores the first {@value #MAX} errors.
 * Loops over an input stop when the collector {@linkplain #isFull() is full}.
 *
 * <p>{@link #item} and {@link #member} return views of the collector for a path inside a field. The path is built only
 * when an error is added. Not thread-safe.
 */
public final class Faults {

    /**
     * The maximum number of stored errors. Each one costs memory and response bytes, and users fix far fewer at a time.
     */
    public static final int MAX = 100;

    private final Found found;
    private final @Nullable Faults around;
    private final @Nullable String member;
    private final int index;

    /** Creates an empty collector. */
    public Faults() {
        this(new Found(), null, null, 0);
    }

    private Faults(Found found, @Nullable Faults around, @Nullable String member, int index) {
        this.found = found;
        this.around = around;
        this.member = member;
        this.index = index;
    }

    /** Returns a view in which {@code field} denotes its entry {@code field[index]}. */
    public Faults item(int index) {
        return new Faults(found, this, null, index);
    }

    /** Returns a view in which {@code field} denotes its member {@code field.name}. */
    public Faults member(String name) {
        return new Faults(found, this, name, 0);
    }

    /** Adds an error of the kind {@link Fault.Kind#OTHER}. */
    public void add(String field, String message) {
        add(field, Fault.Kind.OTHER, message);
    }

    /** Adds an error. It is counted but not stored if the collector is full. */
    public void add(String field, Fault.Kind kind, String message) {
        if (!isFull()) {
            found.faults.add(new Fault(placeIn(field), kind, message));
        }
        found.count++;
    }

    /** Adds errors with their field names unchanged. */
    public void addAll(List<Fault> faults) {
        faults.stream().limit((long) MAX - found.faults.size()).forEach(found.faults::add);
        found.count += faults.size();
    }

    /** Returns whether there is an error for exactly this field. */
    public boolean concern(String field) {
        String place = placeIn(field);
        return found.faults.stream().anyMatch(fault -> fault.field().equals(place));
    }

    /** Returns the number of errors added so far, including those not stored. */
    public int count() {
        return found.count;
    }

    /** Returns whether the collector is full. Further errors are not stored, so validation can stop. */
    public boolean isFull() {
        return found.faults.size() >= MAX;
    }

    /** Returns the stored errors, in the order they were added. */
    public List<Fault> list() {
        return List.copyOf(found.faults);
    }

    /**
     * Throws if there is an error.
     *
     * @throws ContactsFailure.Invalid with the stored errors
     */
    public void throwIfAny() {
        if (!found.faults.isEmpty()) {
            throw new ContactsFailure.Invalid(list());
        }
    }

    private String placeIn(String field) {
        return around == null ? field : writePlace(new StringBuilder(field)).toString();
    }

    private StringBuilder writePlace(StringBuilder place) {
        if (around == null) {
            return place;
        }
        around.writePlace(place);
        return member == null
                ? place.append('[').append(index).append(']')
                : place.append('.').append(Fault.cut(member, Fault.MAX_FIELD));
    }

    /** The state shared by a collector and its views. */
    private static final class Found {
        private final List<Fault> faults = new ArrayList<>();
        private int count;
    }
}
