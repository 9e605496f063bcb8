package org.contacts4j.domain.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search that was saved under a name, for everybody in the organisation.
 *
 * @param id unique in the organisation; chosen by the sender, or a UUID
 * @param query a filter as plain data, as it was sent; null wants every contact
 * @param q what to search for as well
 * @param columns the names of the columns that are shown, in order; null leaves that to whoever shows them
 * @param sort how the sender sorts, as plain data
 */
public record View(
        String id,
        String name,
        @Nullable Map<String, @Nullable Object> query,
        @Nullable String q,
        @Nullable List<String> columns,
        @Nullable Object sort) {

    public View {
        query = query == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(query));
        columns = columns == null ? null : List.copyOf(columns);
    }
}
