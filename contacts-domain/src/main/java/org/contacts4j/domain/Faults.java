package org.contacts4j.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with an input, so that one answer can name several faults. Keeps the first {@value #MAX}; loops
 * over an input stop when it {@linkplain #isFull() is full}. {@link #item} and {@link #member} give the same collection at
 * a place inside a field, whose name is written only when a fault is added there. Not thread-safe.
 */
public final class Faults {

    /** The most faults that are kept: a person repairs an input after far fewer, and each costs memory and an answer's bytes. */
    public static final int MAX = 100;

    private final Found found;
    private final @Nullable Faults around;
    private final @Nullable String member;
    private final int index;

    /** An empty collection. */
    public Faults() {
        this(new Found(), null, null, 0);
    }

    private Faults(Found found, @Nullable Faults around, @Nullable String member, int index) {
        this.found = found;
        this.around = around;
        this.member = member;
        this.index = index;
    }

    /** These faults, where {@code field} stands for its entry {@code field[index]}. */
    public Faults item(int index) {
        return new Faults(found, this, null, index);
    }

    /** These faults, where {@code field} stands for its member {@code field.name}. */
    public Faults member(String name) {
        return new Faults(found, this, name, 0);
    }

    /** Adds a fault of no particular kind. */
    public void add(String field, String message) {
        add(field, Fault.Kind.OTHER, message);
    }

    /** Adds a fault of a kind that others may have words of their own for. */
    public void add(String field, Fault.Kind kind, String message) {
        if (!isFull()) {
            found.faults.add(new Fault(placeIn(field), kind, message));
        }
        found.count++;
    }

    /** Adds faults with the names that they have. */
    public void addAll(List<Fault> faults) {
        faults.stream().limit((long) MAX - found.faults.size()).forEach(found.faults::add);
        found.count += faults.size();
    }

    /** Whether something is wrong with this very field. */
    public boolean concern(String field) {
        String place = placeIn(field);
        return found.faults.stream().anyMatch(fault -> fault.field().equals(place));
    }

    /** How many were added so far, including those that were not kept. */
    public int count() {
        return found.count;
    }

    /** Whether further faults are not kept, so that there is nothing more to look for. */
    public boolean isFull() {
        return found.faults.size() >= MAX;
    }

    /** The faults that were kept, in the order they were added. */
    public List<Fault> list() {
        return List.copyOf(found.faults);
    }

    /** Throws {@link ContactsFailure.Invalid} naming the faults that were kept, when there is any. */
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

    /** What a collection and all its places share. */
    private static final class Found {
        private final List<Fault> faults = new ArrayList<>();
        private int count;
    }
}
