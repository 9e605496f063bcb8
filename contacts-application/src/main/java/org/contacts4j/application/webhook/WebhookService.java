package org.contacts4j.application.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.id.DeliveryId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.DeliveryState;
import org.contacts4j.domain.webhook.SigningSecret;
import org.contacts4j.domain.webhook.Webhook;
import org.jspecify.annotations.Nullable;

/**
 * A service that manages the webhooks of organizations and their deliveries. Webhooks receive events of all contacts,
 * so only administrators who see every contact may use it. Every method throws {@link ContactsFailure.Forbidden} for
 * other callers.
 */
public final class WebhookService {

    private static final int AT_ONCE = 1_000;

    private final CurrentStore store;
    private final Clock clock;
    private final Ids ids;
    private final RandomGenerator random;
    private final AuditTrail trail;

    /** Creates a service that generates secrets with {@code random}, which must be unpredictable. */
    public WebhookService(CurrentStore store, Clock clock, Ids ids, RandomGenerator random, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
        this.trail = trail;
    }

    /** Returns the organization's webhooks in creation order. */
    public List<Webhook> list(Caller caller) {
        requireAdministrator(caller);
        return store.read(tx -> tx.webhooks().list(caller.organization()));
    }

    /**
     * Returns the webhook with this id.
     *
     * @throws ContactsFailure.NotFound if the webhook does not exist
     */
    public Webhook get(Caller caller, WebhookId id) {
        requireAdministrator(caller);
        return store.read(tx -> found(tx, caller, id));
    }

    /**
     * Creates a webhook. It receives events of writes from now on.
     *
     * @throws ContactsFailure.Invalid with all validation errors, or if there are too many webhooks
     */
    public Webhook create(Caller caller, Patch<Webhook> fields) {
        requireAdministrator(caller);
        Webhook webhook =
                Webhook.create(new WebhookId(ids.next()), newSecret(), fields, caller.member(), clock.instant());
        return store.write(caller, tx -> {
            if (tx.webhooks().list(caller.organization()).size() >= Webhook.MAX_WEBHOOKS) {
                throw new ContactsFailure.Invalid(
                        "url", "is one too many: there are " + Webhook.MAX_WEBHOOKS + " webhooks; delete one first");
            }
            tx.webhooks().insert(caller.organization(), webhook);
            trail.append(tx, caller, AuditAction.WEBHOOK_CREATED, webhook.id());
            return webhook;
        });
    }

    /**
     * Updates the fields that the patch contains. All other fields remain unchanged.
     *
     * @throws ContactsFailure.NotFound if the webhook does not exist
     * @throws ContactsFailure.Stale if its version differs from the one the precondition requires
     * @throws ContactsFailure.Invalid with all validation errors
     */
    public Webhook update(Caller caller, WebhookId id, Patch<Webhook> patch, Precondition precondition) {
        requireAdministrator(caller);
        return store.write(caller, tx -> {
            Webhook before = locked(tx, caller, id);
            precondition.check(before.revision());
            Webhook after = before.apply(patch, caller.member(), clock.instant());
            if (!after.equals(before)) {
                tx.webhooks().update(caller.organization(), after);
                trail.append(tx, caller, AuditAction.WEBHOOK_UPDATED, id);
            }
            return after;
        });
    }

    /**
     * Deletes the webhook. Its pending deliveries are never sent.
     *
     * @throws ContactsFailure.NotFound if the webhook does not exist
     * @throws ContactsFailure.Stale if its version differs from the one the precondition requires
     */
    public void remove(Caller caller, WebhookId id, Precondition precondition) {
        requireAdministrator(caller);
        store.write(caller, tx -> {
            Webhook webhook = locked(tx, caller, id);
            precondition.check(webhook.revision());
            tx.webhooks().delete(caller.organization(), id);
            trail.append(tx, caller, AuditAction.WEBHOOK_DELETED, id);
            return webhook;
        });
    }

    /**
     * Creates a new signing secret for the webhook. Deliveries are also signed with the previous secret for one day.
     *
     * @throws ContactsFailure.NotFound if the webhook does not exist
     */
    public Webhook rotateSecret(Caller caller, WebhookId id) {
        requireAdministrator(caller);
        SigningSecret secret = newSecret();
        return store.write(caller, tx -> {
            Webhook rotated = locked(tx, caller, id).rotatedTo(secret, caller.member(), clock.instant());
            tx.webhooks().update(caller.organization(), rotated);
            trail.append(tx, caller, AuditAction.WEBHOOK_SECRET_ROTATED, id);
            return rotated;
        });
    }

    /**
     * Queues a test delivery, which reports no event.
     *
     * @throws ContactsFailure.NotFound if the webhook does not exist
     */
    public Delivery test(Caller caller, WebhookId id) {
        requireAdministrator(caller);
        Delivery test = Delivery.test(new DeliveryId(ids.next()), id, clock.instant());
        return store.write(caller, tx -> {
            locked(tx, caller, id);
            tx.deliveries().insert(caller.organization(), test);
            return test;
        });
    }

    /**
     * Returns a page of the webhook's deliveries, newest first.
     *
     * @param state the state to filter by; null for all
     * @throws ContactsFailure.NotFound if the webhook does not exist
     */
    public Page<Delivery> deliveries(Caller caller, WebhookId id, @Nullable DeliveryState state, Slice slice) {
        requireAdministrator(caller);
        return store.read(tx -> {
            found(tx, caller, id);
            return tx.deliveries().page(caller.organization(), id, state, slice);
        });
    }

    /**
     * Returns one of the webhook's deliveries.
     *
     * @throws ContactsFailure.NotFound if the webhook or the delivery does not exist
     */
    public Delivery delivery(Caller caller, WebhookId id, DeliveryId delivery) {
        requireAdministrator(caller);
        return store.read(tx -> {
            found(tx, caller, id);
            return tx.deliveries()
                    .find(caller.organization(), id, delivery)
                    .orElseThrow(() -> new ContactsFailure.NotFound("delivery"));
        });
    }

    /**
     * Requeues a delivery under its existing id. A pending delivery is left unchanged.
     *
     * @throws ContactsFailure.NotFound if the webhook or the delivery does not exist
     */
    public Delivery redeliver(Caller caller, WebhookId id, DeliveryId delivery) {
        requireAdministrator(caller);
        return store.write(caller, tx -> {
            locked(tx, caller, id);
            Delivery again = tx.deliveries()
                    .lock(caller.organization(), id, delivery)
                    .orElseThrow(() -> new ContactsFailure.NotFound("delivery"))
                    .again(clock.instant());
            tx.deliveries().update(caller.organization(), List.of(again));
            return again;
        });
    }

    /**
     * Requeues all deliveries about events since a time. Pending deliveries are left unchanged.
     *
     * @param state the state to filter by; null for all
     * @return the number of requeued deliveries
     * @throws ContactsFailure.NotFound if the webhook does not exist
     */
    public int redeliver(Caller caller, WebhookId id, Instant since, @Nullable DeliveryState state) {
        requireAdministrator(caller);
        get(caller, id);
        Instant now = clock.instant();
        int all = 0;
        int some = AT_ONCE;
        while (some == AT_ONCE) {
            some = store.write(
                    caller, tx -> tx.deliveries().redeliver(caller.organization(), id, since, state, now, AT_ONCE));
            all += some;
        }
        return all;
    }

    private SigningSecret newSecret() {
        byte[] key = new byte[SigningSecret.BYTES];
        random.nextBytes(key);
        return SigningSecret.of(key);
    }

    private static Webhook found(Transaction tx, Caller caller, WebhookId id) {
        return tx.webhooks().find(caller.organization(), id).orElseThrow(() -> new ContactsFailure.NotFound("webhook"));
    }

    private static Webhook locked(Transaction tx, Caller caller, WebhookId id) {
        return tx.webhooks().lock(caller.organization(), id).orElseThrow(() -> new ContactsFailure.NotFound("webhook"));
    }

    /** Throws {@link ContactsFailure.Forbidden} for callers who may not read or change webhooks. */
    public static void requireAdministrator(Caller caller) {
        if (caller.role() != Role.ADMIN || caller.isRestricted()) {
            throw new ContactsFailure.Forbidden(
                    "Webhooks are told of all contacts: they take the role admin, and seeing everything.");
        }
    }
}
