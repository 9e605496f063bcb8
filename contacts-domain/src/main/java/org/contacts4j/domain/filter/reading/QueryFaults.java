package org.contacts4j.domain.filter.reading;

import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.validation.Faults;

/**
 * The validation errors of an input that contains filters and search texts.
 *
 * @param ofFilters the errors in filters
 * @param others all other errors
 */
public record QueryFaults(Faults ofFilters, Faults others) {

    /** Creates an instance without errors. */
    public QueryFaults() {
        this(new Faults(), new Faults());
    }

    /**
     * Throws if there is any error.
     *
     * @throws ContactsFailure.InvalidFilter listing every error, if at least one is in a filter
     * @throws ContactsFailure.Invalid listing every error, if none is in a filter
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
