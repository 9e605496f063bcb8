package org.contacts4j.application.webhook;

import java.time.Clock;
import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.application.background.WorkQueue.Work;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.webhook.Delivery;

/** Queries across organizations for deliveries that wait to be sent or deleted. */
public record WebhookQueue(Store store, Clock clock) {

    /** Returns the organizations that have a due delivery to an active webhook without a lease. */
    public List<OrganizationId> organizations() {
        return store.read(tx -> tx.workQueue().organizationsWith(Work.DUE_DELIVERIES, clock.instant()));
    }

    /** Returns the organizations that have deliveries older than {@link Delivery#KEPT}. */
    public List<OrganizationId> organizationsToPurge() {
        return store.read(tx -> tx.workQueue()
                .organizationsWith(Work.OLD_DELIVERIES, clock.instant().minus(Delivery.KEPT)));
    }
}
