package org.contacts4j.domain;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with an input, so that one answer can name every fault. Not thread-safe. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    public void add(String field, String message) {
        found.add(new Fault(field, message));
    }

    /** Adds a fault of a kind that others may have words of their own for. */
    public void add(String field, Fault.Kind kind, String message) {
        found.add(new Fault(field, kind, message));
    }

    public void addAll(List<Fault> faults) {
        found.addAll(faults);
    }

    /** Whether something is wrong with this very field. */
    public boolean concern(String field) {
        return found.stream().anyMatch(fault -> fault.field().equals(field));
    }

    /** How many were found so far. */
    public int count() {
        return found.size();
    }

    public List<Fault> list() {
        return List.copyOf(found);
    }

    /** Throws {@link ContactsFailure.Invalid} naming every fault, when there is any. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ContactsFailure.Invalid(list());
        }
    }
}
