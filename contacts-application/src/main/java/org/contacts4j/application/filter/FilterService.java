package org.contacts4j.application.filter;

import java.util.function.Function;
import org.contacts4j.application.Store;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.reading.CustomFieldTypes;
import org.contacts4j.domain.filter.reading.FilterReader;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** Parses filters from clients. {@link org.contacts4j.application.contact.ContactService#list} executes them. */
public final class FilterService {

    private final Store store;

    public FilterService(Store store) {
        this.store = store;
    }

    /**
     * Parses a filter from plain data. Custom fields have the types that the organization has defined. Adds a
     * validation error for every problem. Callers must not use the result if errors were added.
     *
     * @param query null for no filter, which matches every contact
     * @param path the location in the input for validation errors, such as {@code query}
     */
    public Filter read(Caller caller, @Nullable Object query, String path, Faults faults) {
        return query == null
                ? Filter.matchAll()
                : withTypes(caller, types -> new FilterReader(types, faults).read(query, path));
    }

    /**
     * Runs work that needs the types of the organization's custom fields, and returns its result. Reads the types on
     * first use.
     */
    public <T> T withTypes(Caller caller, Function<CustomFieldTypes, T> work) {
        return store.read(tx -> work.apply(new DefinedFields(tx, caller.organization())));
    }
}
