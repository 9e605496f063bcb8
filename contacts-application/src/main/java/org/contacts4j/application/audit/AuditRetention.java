package org.contacts4j.application.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.contacts4j.application.Store;
import org.contacts4j.application.background.EachOrganization;
import org.contacts4j.application.background.WorkQueue.Work;
import org.contacts4j.domain.id.OrganizationId;

/** Deletes audit entries by age. Nothing else deletes them. */
public record AuditRetention(Store store, Clock clock) {

    private static final int AT_ONCE = 1_000;

    /**
     * Deletes the entries of every organization that are older than {@code retention}.
     *
     * @param heartbeat is called before each organization
     */
    public void run(Duration retention, Runnable heartbeat) {
        Instant before = clock.instant().minus(retention);
        EachOrganization.run(
                store.read(tx -> tx.workQueue().organizationsWith(Work.OLD_AUDIT_ENTRIES, before)),
                heartbeat,
                organization -> purge(organization, before));
    }

    private void purge(OrganizationId organization, Instant before) {
        int gone = AT_ONCE;
        while (gone == AT_ONCE) {
            gone = store.write(tx -> tx.auditLog().purge(organization, before, AT_ONCE));
        }
    }
}
