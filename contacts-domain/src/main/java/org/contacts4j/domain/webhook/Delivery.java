package org.contacts4j.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.DeliveryId;
import org.contacts4j.domain.id.WebhookId;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of an event to a webhook, and its state. The payload comes from the immutable event log, so every attempt
 * sends the same payload.
 *
 * @param contact the contact, whose deliveries are sent in order; for a test delivery, an id without a contact
 * @param cause the id of the event in the log
 * @param place the position among the deliveries of the contact, see {@link WebhookEvent#sequenceAt}
 * @param createdAt the time of the event
 * @param attempts the number of attempts since creation or the latest redelivery request
 * @param firstAttemptAt the start of the first of these attempts; null before it
 * @param last the latest attempt, including attempts before a redelivery request; null before the first one
 * @param nextAttemptAt the earliest time of the next attempt; null if there is none
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

    /** The time after which a delivery is not retried, and a failing receiver's webhook is disabled. */
    public static final Duration PATIENCE = Duration.ofDays(5);

    /** The retention time of deliveries. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** Returns a delivery that is pending its first attempt. */
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

    /** Returns a test delivery, which no other delivery precedes. */
    public static Delivery test(DeliveryId id, WebhookId webhook, Instant at) {
        return of(id, webhook, WebhookEvent.WEBHOOK_TEST, new ContactId(id.value()), id.value(), 0, at);
    }

    /**
     * Returns this delivery after an attempt.
     *
     * @param chance a random number from 0 to 1, see {@link RetrySchedule#waitAfter}
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

    /** Returns this delivery for redelivery, with its attempts reset; this instance if it is already pending. */
    public Delivery again(Instant at) {
        return state == DeliveryState.PENDING ? this : tried(DeliveryState.PENDING, 0, null, last, at);
    }

    /** Returns this delivery with its next attempt postponed to the given time. */
    public Delivery postponedTo(Instant at) {
        return tried(state, attempts, firstAttemptAt, last, at);
    }

    private Delivery tried(
            DeliveryState is, int count, @Nullable Instant first, @Nullable Attempt attempt, @Nullable Instant next) {
        return new Delivery(id, webhookId, event, contact, cause, place, createdAt, is, count, first, attempt, next);
    }
}
