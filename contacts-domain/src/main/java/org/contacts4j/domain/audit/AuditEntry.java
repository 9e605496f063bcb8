package org.contacts4j.domain.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Origin;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log. It contains ids only and no names or addresses of contacts, so that the erasure of a
 * person's data need not change it.
 *
 * @param actor the member or API key ({@code key:<id>}) that acted; null for an anonymous caller
 * @param subjectId the id of the record that the action is about; null if there is none
 * @param details further facts by name, such as the count of refused requests; usually empty
 */
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable MemberId actor,
        AuditAction action,
        @Nullable String subjectId,
        Origin origin,
        Map<String, String> details) {

    public AuditEntry {
        details = Map.copyOf(details);
    }

    /** Returns the entry of an action of this caller. */
    public static AuditEntry of(
            UUID id,
            Instant at,
            Caller caller,
            AuditAction action,
            @Nullable Object subjectId,
            Map<String, String> details) {
        @Nullable String subject = subjectId == null ? null : subjectId.toString();
        return new AuditEntry(id, at, caller.signedIn(), action, subject, caller.origin(), details);
    }
}
