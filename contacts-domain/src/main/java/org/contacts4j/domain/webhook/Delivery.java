package org.contacts4j.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.DeliveryId;
import org.contacts4j.domain.WebhookId;
import org.jspecify.annotations.Nullable;

/**
 * A message to a webhook, and what became of it. What it says is in the log of events, which does not change: so every
 * attempt sends the same.
 *
 * @param contact whose messages come one after the other; for a test, nobody's
 * @param cause the event in the log
 * @param place where the message stands among those of the contact, see {@link WebhookEvent#placeAt}
 * @param createdAt when that happened of which it tells
 * @param attempts how many have failed since the message was last wanted to be sent
 * @param firstAttemptAt the first of those; null before it
 * @param last the last attempt of all; null before it
 * @param nextAttemptAt null when there will be none
 */
public record Delivery(
        DeliveryId id,
        WebhookId webhookId,
        WebhookEvent event,
        ContactId contact,
        UUID cause,
        long place,
        Instant createdAt,
        DeliveryState state,
        int attempts,
        @Nullable Instant firstAttemptAt,
        @Nullable Attempt last,
        @Nullable Instant nextAttemptAt) {

    /** How long a message is tried, and how long a receiver may fail. */
    public static final Duration PATIENCE = Duration.ofDays(5);

    /** How long messages are kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** A message that waits for its first attempt. */
    public static Delivery of(
            DeliveryId id,
            WebhookId webhook,
            WebhookEvent event,
            ContactId contact,
            UUID cause,
            long place,
            Instant at) {
        return new Delivery(id, webhook, event, contact, cause, place, at, DeliveryState.PENDING, 0, null, null, at);
    }

    /** A message for trying a webhook out, which waits for no other. */
    public static Delivery test(DeliveryId id, WebhookId webhook, Instant at) {
        return of(id, webhook, WebhookEvent.WEBHOOK_TEST, new ContactId(id.value()), id.value(), 0, at);
    }

    /**
     * The message after one more attempt.
     *
     * @param chance from 0 to 1, see {@link RetrySchedule#waitAfter}
     */
    public Delivery after(Attempt attempt, RetrySchedule schedule, double chance) {
        Instant first = firstAttemptAt == null ? attempt.at() : firstAttemptAt;
        if (attempt.succeeded()) {
            return tried(DeliveryState.DELIVERED, attempts + 1, first, attempt, null);
        }
        Instant next = attempt.end().plus(schedule.waitAfter(attempts + 1, chance, attempt.retryAfter()));
        return next.isAfter(first.plus(PATIENCE))
                ? tried(DeliveryState.FAILED, attempts + 1, first, attempt, null)
                : tried(DeliveryState.PENDING, attempts + 1, first, attempt, next);
    }

    /** The message to be sent once more, as if for the first time; one that waits already goes on waiting. */
    public Delivery again(Instant at) {
        return state == DeliveryState.PENDING ? this : tried(DeliveryState.PENDING, 0, null, last, at);
    }

    /** The message, to be tried no sooner than then. */
    public Delivery noSoonerThan(Instant at) {
        return tried(state, attempts, firstAttemptAt, last, at);
    }

    private Delivery tried(
            DeliveryState is, int count, @Nullable Instant first, @Nullable Attempt attempt, @Nullable Instant next) {
        return new Delivery(id, webhookId, event, contact, cause, place, createdAt, is, count, first, attempt, next);
    }
}
