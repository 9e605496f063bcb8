package org.contacts4j.domain.filter;

import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Faults;

/**
 * What is wrong with an input that holds filters, and texts to search for.
 *
 * @param ofFilters what is wrong with those
 * @param others what else is wrong
 */
public record QueryFaults(Faults ofFilters, Faults others) {

    /** None found so far. */
    public QueryFaults() {
        this(new Faults(), new Faults());
    }

    /**
     * Throws when there is any.
     *
     * @throws ContactsFailure.InvalidFilter naming every fault, when one is of a filter
     * @throws ContactsFailure.Invalid naming every fault, when none is
     */
    public void throwIfAny() {
        if (ofFilters.count() > 0) {
            Faults all = new Faults();
            all.addAll(ofFilters.list());
            all.addAll(others.list());
            throw new ContactsFailure.InvalidFilter(all.list());
        }
        others.throwIfAny();
    }
}
