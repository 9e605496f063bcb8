package org.contacts4j.http.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.webhook.Attempt;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.WebhookEvent;
import org.contacts4j.http.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * A message as the canonical API shows it: every key is there, null when unset.
 *
 * @param contactId null for a test
 * @param attempts how many there were since it was last wanted to be sent
 * @param durationMillis how long the last attempt took
 * @param error why the last attempt failed; null when it did not
 */
record DeliveryJson(
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

    static DeliveryJson from(Delivery delivery) {
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

    /** A part of a webhook's messages. */
    record ListJson(List<DeliveryJson> data, @Nullable String nextCursor) {}

    /** How many messages are sent again. */
    record AgainJson(int count) {}
}
