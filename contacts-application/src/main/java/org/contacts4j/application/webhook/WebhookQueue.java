package org.contacts4j.application.webhook;

import java.time.Clock;
import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.webhook.Delivery;

/** Whose messages wait to be sent, or have been kept for long enough: the questions that no organisation asks. */
public record WebhookQueue(Store store, Clock clock) {

    /** The organisations that have an active webhook which nobody sends to, with a message that is due. */
    public List<OrganizationId> organizations() {
        return store.read(tx -> tx.organizationsWithDueDeliveries(clock.instant()));
    }

    /** The organisations that have messages which have been kept for long enough. */
    public List<OrganizationId> organizationsToPurge() {
        return store.read(
                tx -> tx.organizationsWithDeliveriesBefore(clock.instant().minus(Delivery.KEPT)));
    }
}
