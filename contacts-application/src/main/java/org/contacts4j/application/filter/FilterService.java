package org.contacts4j.application.filter;

import java.util.function.Function;
import org.contacts4j.application.Store;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.filter.CustomFieldTypes;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** Reads filters that somebody sent. {@link org.contacts4j.application.contact.ContactService#list} carries them out. */
public final class FilterService {

    private final Store store;

    public FilterService(Store store) {
        this.store = store;
    }

    /**
     * The filter that plain data describes, custom fields compared as the organisation has defined them. Adds a fault for
     * everything wrong with it; the filter is not to be used then.
     *
     * @param query null when there is none, which wants every contact
     * @param path where it stands in the input, for the faults: {@code query}
     */
    public Filter read(Caller caller, @Nullable Object query, String path, Faults faults) {
        return query == null ? Filter.NONE : withTypes(caller, types -> Filter.read(query, path, types, faults));
    }

    /** What comes of work that needs the types of the organisation's custom fields; they are read when first asked for. */
    public <T> T withTypes(Caller caller, Function<CustomFieldTypes, T> work) {
        return store.read(tx -> work.apply(new DefinedFields(tx, caller.organization())));
    }
}
