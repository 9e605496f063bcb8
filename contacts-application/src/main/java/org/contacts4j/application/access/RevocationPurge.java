package org.contacts4j.application.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.contacts4j.application.Store;
import org.contacts4j.application.background.EachOrganization;
import org.contacts4j.application.background.WorkQueue.Work;
import org.contacts4j.domain.id.OrganizationId;

/** Deletes revocations when all tokens that they refuse have expired. */
public record RevocationPurge(Store store, Clock clock) {

    /** The tolerated difference between the clocks of the issuer and of all nodes. */
    private static final Duration SKEW = Duration.ofHours(1);

    private static final int AT_ONCE = 1_000;

    /**
     * Deletes old revocations of every organization.
     *
     * @param maxLifetime the maximum time from the issue of a token to its expiry
     * @param heartbeat is called before each organization
     */
    public void run(Duration maxLifetime, Runnable heartbeat) {
        Instant before = clock.instant().minus(maxLifetime).minus(SKEW);
        EachOrganization.run(
                store.read(tx -> tx.workQueue().organizationsWith(Work.OLD_REVOCATIONS, before)),
                heartbeat,
                organization -> purge(organization, before));
    }

    private void purge(OrganizationId organization, Instant before) {
        int gone = AT_ONCE;
        while (gone == AT_ONCE) {
            gone = store.write(tx -> tx.tokenRevocations().purge(organization, before, AT_ONCE));
        }
    }
}
