package org.contacts4j.application.audit;

import java.time.Instant;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.audit.AuditEntry;
import org.contacts4j.domain.id.OrganizationId;

/** The stored audit log. It is append-only: entries do not change, and are deleted by age alone. */
public interface AuditLog {

    /** Appends an entry. It is stored together with the other changes of the transaction. */
    void append(OrganizationId organization, AuditEntry entry);

    /** Returns a page of the entries that match the query, newest first, without a total. */
    Page<AuditEntry> page(OrganizationId organization, AuditQuery query, Slice slice);

    /**
     * Deletes entries from before a time.
     *
     * @param limit the maximum number of deleted entries
     * @return the number of deleted entries
     */
    int purge(OrganizationId organization, Instant before, int limit);
}
