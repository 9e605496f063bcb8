package org.contacts4j.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often, when and by whom a record was changed. Set by Contacts4J, never by an input.
 *
 * @param version 1 when created, one more with every change
 * @param createdBy null when nobody signed in created it
 */
public record Revision(
        long version,
        Instant createdAt,
        @Nullable MemberId createdBy,
        Instant updatedAt,
        @Nullable MemberId updatedBy) {

    public static Revision first(@Nullable MemberId by, Instant at) {
        return new Revision(1, at, by, at, by);
    }

    /** The revision after one more change. A clock that was set back never makes {@code updatedAt} go back. */
    public Revision next(@Nullable MemberId by, Instant at) {
        return new Revision(version + 1, createdAt, createdBy, at.isBefore(updatedAt) ? updatedAt : at, by);
    }
}
