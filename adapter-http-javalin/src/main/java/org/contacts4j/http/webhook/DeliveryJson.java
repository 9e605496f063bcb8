package org.contacts4j.http.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.webhook.Attempt;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.WebhookEvent;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a delivery in the canonical API: all keys are present, null when unset.
 *
 * @param contactId the contact of the event; null for a test
 * @param attempts the number of attempts since the delivery was last scheduled
 * @param durationMillis the duration of the last attempt
 * @param error the error of the last attempt; null when it succeeded or there was none
 */
public record DeliveryJson(
        UUID id,
        UUID webhookId,
        String event,
        @Nullable UUID contactId,
        String state,
        int attempts,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable Long durationMillis,
        @Nullable String lastAttemptAt,
        @Nullable String nextAttemptAt,
        String createdAt) {

    public static DeliveryJson from(Delivery delivery) {
        @Nullable Attempt last = delivery.last();
        return new DeliveryJson(
                delivery.id().value(),
                delivery.webhookId().value(),
                delivery.event().text(),
                delivery.event() == WebhookEvent.WEBHOOK_TEST
                        ? null
                        : delivery.contact().value(),
                EnumNames.of(delivery.state()),
                delivery.attempts(),
                last == null ? null : last.status(),
                last == null || last.error() == null ? null : EnumNames.of(last.error()),
                last == null ? null : Long.valueOf(last.took().toMillis()),
                last == null ? null : Timestamps.of(last.at()),
                text(delivery.nextAttemptAt()),
                Timestamps.of(delivery.createdAt()));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : Timestamps.of(time);
    }

    /** A page of the deliveries of a webhook. */
    record ListJson(List<DeliveryJson> data, @Nullable String nextCursor) {}

    /** The number of deliveries that are sent again. */
    record RedeliveryCountJson(int count) {}
}
