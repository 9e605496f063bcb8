package org.contacts4j.application.contact.query;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.application.Page.Total;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;

/**
 * The number of contacts in a list by status.
 *
 * @param counts statuses without contacts may be absent
 * @param exact false if there are more: filtered lists are counted up to {@link Total#COUNT_LIMIT}
 */
public record StatusCounts(Map<ContactStatus, Long> counts, boolean exact) {

    public StatusCounts {
        Map<ContactStatus, Long> copy = new EnumMap<>(ContactStatus.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns the statuses that the filter matches, if it narrows by nothing else. The counts of such lists are always
     * exact.
     */
    public static Optional<Set<ContactStatus>> countedBy(Filter filter) {
        return filter.equals(Filter.matchAll())
                ? Optional.of(EnumSet.allOf(ContactStatus.class))
                : Fields.status().valuesOf(filter);
    }

    /** Returns the number of contacts with this status; 0 if there are none. */
    public long of(ContactStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    /** Returns the sum over all statuses. */
    public Total total() {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return exact ? Total.exact(all) : new Total(Math.min(all, Total.COUNT_LIMIT), false);
    }
}
