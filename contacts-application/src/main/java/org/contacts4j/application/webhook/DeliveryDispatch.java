package org.contacts4j.application.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.RetrySchedule;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.domain.webhook.WebhookEvent;

/**
 * The operations of a webhook dispatcher: claim a webhook, read its deliveries in order, and record the attempts. While
 * a dispatcher holds the lease of a webhook, no other dispatcher sends to it. The lease holder alone is responsible for
 * the order.
 */
public final class DeliveryDispatch {

    private static final int CONTACTS = 250;
    private static final int OF_EACH = 20;
    private static final int PURGED_AT_ONCE = 1_000;

    private final Store store;
    private final Clock clock;
    private final Ids ids;
    private final RandomGenerator random;

    public DeliveryDispatch(Store store, Clock clock, Ids ids, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** Claims one of the organization's webhooks that has due deliveries and no lease. */
    public Optional<WebhookLease> claim(OrganizationId organization, Duration lease) {
        UUID holder = ids.next();
        return store.write(tx -> {
            Instant now = clock.instant();
            return tx.webhooks()
                    .claim(organization, holder, now, now.plus(lease))
                    .map(webhook -> new WebhookLease(webhook, holder));
        });
    }

    /** Returns deliveries of a webhook that may be sent now. Those of one contact are adjacent and in order. */
    public List<PendingDelivery> due(OrganizationId organization, WebhookId webhook) {
        return store.read(tx -> {
            List<Delivery> due = tx.deliveries().due(organization, webhook, clock.instant(), CONTACTS, OF_EACH);
            Map<UUID, ContactEvent> causes = causes(tx, organization, due);
            return due.stream()
                    .filter(delivery ->
                            delivery.event() == WebhookEvent.WEBHOOK_TEST || causes.containsKey(delivery.cause()))
                    .map(delivery -> new PendingDelivery(delivery, causes.get(delivery.cause())))
                    .toList();
        });
    }

    /**
     * Records attempts and extends the lease of the webhook.
     *
     * @param tried the attempts in order; may be empty
     * @return the current webhook, whose URL, secrets or active state may have changed; empty if the webhook was
     *     deleted or another dispatcher holds it, and nothing is recorded then
     */
    public Optional<Webhook> record(
            OrganizationId organization,
            WebhookLease claim,
            List<AttemptedDelivery> tried,
            RetrySchedule schedule,
            Duration lease) {
        List<Delivery> after = tried.stream()
                .map(one -> one.delivery().after(one.attempt(), schedule, random.nextDouble()))
                .toList();
        WebhookId id = claim.webhook().id();
        return store.write(tx -> {
            if (!tx.webhooks()
                    .hold(organization, id, claim.holder(), clock.instant().plus(lease))) {
                return Optional.empty();
            }
            tx.deliveries().update(organization, after);
            return tx.webhooks().find(organization, id).map(before -> {
                Webhook now = before;
                for (AttemptedDelivery one : tried) {
                    now = now.after(one.attempt());
                }
                if (!now.equals(before)) {
                    tx.webhooks().update(organization, now);
                }
                return now;
            });
        });
    }

    /** Releases a webhook that has no more due deliveries. */
    public void release(OrganizationId organization, WebhookLease claim) {
        WebhookId id = claim.webhook().id();
        store.write(tx -> {
            Instant now = clock.instant();
            tx.deliveries().postponeQueued(organization, id, now);
            return tx.webhooks().hold(organization, id, claim.holder(), now);
        });
    }

    /** Deletes deliveries older than {@link Delivery#KEPT}. */
    public void purge(OrganizationId organization) {
        Instant before = clock.instant().minus(Delivery.KEPT);
        int gone = PURGED_AT_ONCE;
        while (gone == PURGED_AT_ONCE) {
            gone = store.write(tx -> tx.deliveries().purge(organization, before, PURGED_AT_ONCE));
        }
    }

    private static Map<UUID, ContactEvent> causes(Transaction tx, OrganizationId organization, List<Delivery> due) {
        List<ContactId> contacts =
                due.stream().map(Delivery::contact).distinct().toList();
        List<UUID> causes = due.stream().map(Delivery::cause).distinct().toList();
        return tx.events().find(organization, contacts, causes).stream()
                .collect(Collectors.toMap(ContactEvent::id, Function.identity()));
    }
}
