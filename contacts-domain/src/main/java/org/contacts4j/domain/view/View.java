package org.contacts4j.domain.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A saved search, available to all members of the organization.
 *
 * @param id unique in the organization; chosen by the client, or a generated UUID
 * @param query the filter as plain data, as received; null matches every contact
 * @param q the additional search text
 * @param columns the names of the displayed columns, in order; null leaves the choice to the client
 * @param sort the client's sort order, as plain data
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
