package org.contacts4j.application.contact;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.contacts4j.application.Page.Total;
import org.contacts4j.domain.contact.ContactStatus;

/**
 * How many contacts of a list stand where.
 *
 * @param counts statuses that nobody has may be left out
 * @param exact false when there are more: filtered lists are counted no further than {@link Total#COUNTED_AT_MOST}
 */
public record StatusCounts(Map<ContactStatus, Long> counts, boolean exact) {

    public StatusCounts {
        Map<ContactStatus, Long> copy = new EnumMap<>(ContactStatus.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
    }

    /** How many have this status; 0 when nobody has. */
    public long of(ContactStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    /** All of them together. */
    public Total total() {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return exact ? Total.exact(all) : new Total(Math.min(all, Total.COUNTED_AT_MOST), false);
    }
}
