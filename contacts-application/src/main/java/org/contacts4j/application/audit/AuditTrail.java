package org.contacts4j.application.audit;

import java.time.Clock;
import java.util.Map;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.audit.AuditEntry;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** Appends to the audit log in the transaction of a change, so that neither is stored without the other. */
public record AuditTrail(Clock clock, Ids ids) {

    /**
     * Appends an action of the caller.
     *
     * @param subjectId the id of the record that the action is about; null if there is none
     */
    public void append(Transaction tx, Caller caller, AuditAction action, @Nullable Object subjectId) {
        append(tx, caller, action, subjectId, Map.of());
    }

    /** Appends an action of the caller with details, which contain no personal data of contacts. */
    public void append(
            Transaction tx,
            Caller caller,
            AuditAction action,
            @Nullable Object subjectId,
            Map<String, String> details) {
        tx.auditLog()
                .append(
                        caller.organization(),
                        AuditEntry.of(ids.next(), clock.instant(), caller, action, subjectId, details));
    }
}
