package org.contacts4j.application.idempotency;

import java.time.Clock;
import java.time.Instant;
import org.contacts4j.application.Store;
import org.contacts4j.application.background.EachOrganization;
import org.contacts4j.application.background.WorkQueue.Work;
import org.contacts4j.domain.id.OrganizationId;

/** The deletion of records that are no longer kept. Any number of nodes may run it at once. */
public record IdempotencyPurge(Store store, Clock clock) {

    private static final int AT_ONCE = 1_000;

    /**
     * Deletes the records of every organization that are older than {@link IdempotencyService#KEPT}.
     *
     * @param heartbeat is called before each statement
     */
    public void run(Runnable heartbeat) {
        Instant before = clock.instant().minus(IdempotencyService.KEPT);
        EachOrganization.run(
                store.read(tx -> tx.workQueue().organizationsWith(Work.OLD_IDEMPOTENCY_RECORDS, before)),
                heartbeat,
                organization -> purge(organization, before, heartbeat));
    }

    private void purge(OrganizationId organization, Instant before, Runnable heartbeat) {
        int deleted = AT_ONCE;
        while (deleted == AT_ONCE) {
            heartbeat.run();
            deleted = store.write(tx -> tx.idempotencyRecords().purge(organization, before, AT_ONCE));
        }
    }
}
