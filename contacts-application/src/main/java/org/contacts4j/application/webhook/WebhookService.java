package org.contacts4j.application.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Page;
import org.contacts4j.application.Slice;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.DeliveryId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.Precondition;
import org.contacts4j.domain.WebhookId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.DeliveryState;
import org.contacts4j.domain.webhook.SigningSecret;
import org.contacts4j.domain.webhook.Webhook;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the webhooks of organisations, and their messages. For administrators who see every contact: webhooks are told of
 * all. Everybody else gets a {@link ContactsFailure.Forbidden} from all of it.
 */
public final class WebhookService {

    private static final int AT_ONCE = 1_000;

    private final Store store;
    private final Clock clock;
    private final Ids ids;
    private final RandomGenerator random;

    /** Makes secrets of this randomness, which must not be foreseen. */
    public WebhookService(Store store, Clock clock, Ids ids, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** The organisation's webhooks, in the order they were made. */
    public List<Webhook> list(Caller caller) {
        mustAdminister(caller);
        return store.read(tx -> tx.webhooks().list(caller.organization()));
    }

    /**
     * The webhook.
     *
     * @throws ContactsFailure.NotFound when it is not there
     */
    public Webhook get(Caller caller, WebhookId id) {
        mustAdminister(caller);
        return store.read(tx -> found(tx, caller, id));
    }

    /**
     * Keeps a new webhook. It is told of what is written from now on.
     *
     * @throws ContactsFailure.Invalid naming every fault, or that there are too many
     */
    public Webhook create(Caller caller, Patch<Webhook> fields) {
        mustAdminister(caller);
        Webhook webhook =
                Webhook.create(new WebhookId(ids.next()), newSecret(), fields, caller.member(), clock.instant());
        return store.write(tx -> {
            if (tx.webhooks().list(caller.organization()).size() >= Webhook.MAX_WEBHOOKS) {
                throw new ContactsFailure.Invalid(
                        "url", "is one too many: there are " + Webhook.MAX_WEBHOOKS + " webhooks; delete one first");
            }
            tx.webhooks().insert(caller.organization(), webhook);
            return webhook;
        });
    }

    /**
     * Changes the fields that the patch mentions and keeps all others.
     *
     * @throws ContactsFailure.NotFound when it is not there
     * @throws ContactsFailure.Stale when it is at another version than the precondition wants
     * @throws ContactsFailure.Invalid naming every fault
     */
    public Webhook change(Caller caller, WebhookId id, Patch<Webhook> patch, Precondition precondition) {
        mustAdminister(caller);
        return store.write(tx -> {
            Webhook before = locked(tx, caller, id);
            precondition.check(before.revision());
            Webhook after = before.apply(patch, caller.member(), clock.instant());
            if (!after.equals(before)) {
                tx.webhooks().update(caller.organization(), after);
            }
            return after;
        });
    }

    /**
     * Removes the webhook; what was not sent to it until now never is.
     *
     * @throws ContactsFailure.NotFound when it is not there
     * @throws ContactsFailure.Stale when it is at another version than the precondition wants
     */
    public void remove(Caller caller, WebhookId id, Precondition precondition) {
        mustAdminister(caller);
        store.write(tx -> {
            Webhook webhook = locked(tx, caller, id);
            precondition.check(webhook.revision());
            tx.webhooks().delete(caller.organization(), id);
            return webhook;
        });
    }

    /**
     * Gives the webhook a new secret; messages are signed with the one before as well for a day.
     *
     * @throws ContactsFailure.NotFound when it is not there
     */
    public Webhook rotateSecret(Caller caller, WebhookId id) {
        mustAdminister(caller);
        SigningSecret secret = newSecret();
        return store.write(tx -> {
            Webhook rotated = locked(tx, caller, id).rotatedTo(secret, caller.member(), clock.instant());
            tx.webhooks().update(caller.organization(), rotated);
            return rotated;
        });
    }

    /**
     * Has a message sent that says nothing but that it is a test.
     *
     * @throws ContactsFailure.NotFound when the webhook is not there
     */
    public Delivery test(Caller caller, WebhookId id) {
        mustAdminister(caller);
        Delivery test = Delivery.test(new DeliveryId(ids.next()), id, clock.instant());
        return store.write(tx -> {
            locked(tx, caller, id);
            tx.deliveries().insert(caller.organization(), test);
            return test;
        });
    }

    /**
     * A part of the webhook's messages, the latest first.
     *
     * @param state only those; null for all
     * @throws ContactsFailure.NotFound when the webhook is not there
     */
    public Page<Delivery> deliveries(Caller caller, WebhookId id, @Nullable DeliveryState state, Slice slice) {
        mustAdminister(caller);
        return store.read(tx -> {
            found(tx, caller, id);
            return tx.deliveries().page(caller.organization(), id, state, slice);
        });
    }

    /**
     * One of the webhook's messages.
     *
     * @throws ContactsFailure.NotFound when the webhook or the message is not there
     */
    public Delivery delivery(Caller caller, WebhookId id, DeliveryId delivery) {
        mustAdminister(caller);
        return store.read(tx -> {
            found(tx, caller, id);
            return tx.deliveries()
                    .find(caller.organization(), id, delivery)
                    .orElseThrow(() -> new ContactsFailure.NotFound("delivery"));
        });
    }

    /**
     * Has a message sent once more, under the id that it had. One that waits already is left to wait.
     *
     * @throws ContactsFailure.NotFound when the webhook or the message is not there
     */
    public Delivery redeliver(Caller caller, WebhookId id, DeliveryId delivery) {
        mustAdminister(caller);
        return store.write(tx -> {
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
     * Has all messages sent once more about what happened since a time; those that wait already are left to wait.
     *
     * @param state only those; null for all
     * @return how many
     * @throws ContactsFailure.NotFound when the webhook is not there
     */
    public int redeliver(Caller caller, WebhookId id, Instant since, @Nullable DeliveryState state) {
        mustAdminister(caller);
        get(caller, id);
        Instant now = clock.instant();
        int all = 0;
        int some = AT_ONCE;
        while (some == AT_ONCE) {
            some = store.write(tx -> tx.deliveries().sendAgain(caller.organization(), id, since, state, now, AT_ONCE));
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
    public static void mustAdminister(Caller caller) {
        if (caller.role() != Role.ADMIN || caller.isRestricted()) {
            throw new ContactsFailure.Forbidden(
                    "Webhooks are told of all contacts: they take the role admin, and seeing everything.");
        }
    }
}
