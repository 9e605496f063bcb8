package org.contacts4j.application.contact.query;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.application.page.Page.Total;
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
     * Returns these counts of a list.
     *
     * @param inFull whether every contact was counted; otherwise the count stopped one after {@link Total#COUNT_LIMIT}
     */
    public static StatusCounts of(Map<ContactStatus, Long> counts, boolean inFull) {
        return new StatusCounts(counts, inFull || sum(counts) <= Total.COUNT_LIMIT);
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
        return exact ? Total.exact(sum(counts)) : Total.capped(sum(counts));
    }

    private static long sum(Map<ContactStatus, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
