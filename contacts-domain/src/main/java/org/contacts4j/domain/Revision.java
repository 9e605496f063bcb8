package org.contacts4j.domain;

import java.time.Instant;
import org.contacts4j.domain.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * The version and authorship of a record. Set by Contacts4J only; inputs cannot change it.
 *
 * @param version 1 on creation; each change increments it by one
 * @param createdBy null if an anonymous caller created the record
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

    /** Returns the revision after a change. {@code updatedAt} never decreases, even if the clock was set back. */
    public Revision next(@Nullable MemberId by, Instant at) {
        return new Revision(version + 1, createdAt, createdBy, at.isBefore(updatedAt) ? updatedAt : at, by);
    }
}
