package org.contacts4j.application.audit;

import java.time.Instant;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.audit.AuditEntry;
import org.contacts4j.domain.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list of audit entries. A null condition matches all entries.
 *
 * @param actor the member or API key that acted
 * @param subjectId the id of the record that the action is about
 * @param from the earliest time
 * @param until the time before which entries match
 */
public record AuditQuery(
        @Nullable MemberId actor,
        @Nullable AuditAction action,
        @Nullable String subjectId,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Matches all entries. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null);

    /** Returns whether the entry matches. */
    public boolean matches(AuditEntry entry) {
        return (actor == null || actor.equals(entry.actor()))
                && (action == null || action == entry.action())
                && (subjectId == null || subjectId.equals(entry.subjectId()))
                && (from == null || !entry.at().isBefore(from))
                && (until == null || entry.at().isBefore(until));
    }
}
