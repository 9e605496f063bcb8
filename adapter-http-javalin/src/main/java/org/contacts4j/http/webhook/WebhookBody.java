package org.contacts4j.http.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.webhook.DeliveryState;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.domain.webhook.WebhookField;
import org.contacts4j.http.json.Json;
import org.contacts4j.http.json.PatchReader;
import org.contacts4j.http.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/** The bodies that create and change webhooks, and have messages sent again. Members that are not named here are ignored. */
final class WebhookBody {

    private static final PatchReader<Webhook> MEMBERS = PatchReader.<Webhook>empty()
            .with(WebhookField.URL, ValueReaders.TEXT)
            .with(WebhookField.DESCRIPTION, ValueReaders.TEXT)
            .with(WebhookField.EVENTS, ValueReaders.listOf(ValueReaders.TEXT))
            .with(WebhookField.ACTIVE, ValueReaders.BOOL);

    private WebhookBody() {}

    /** What the body wants set and cleared; it carries a fault for every member of a wrong type. */
    static Patch<Webhook> read(byte[] json) {
        return MEMBERS.read(Json.readObject(json));
    }

    /**
     * Which messages are to be sent again.
     *
     * @param state null for all
     */
    record Again(Instant since, @Nullable DeliveryState state) {

        static Again read(byte[] json) {
            Map<?, ?> object = Json.readObject(json);
            Faults faults = new Faults();
            @Nullable Instant since = since(object.get("since"), faults);
            @Nullable Object word = object.get("state");
            @Nullable
            DeliveryState state =
                    word == null ? null : ValueReaders.word(DeliveryState.class).read(word, "state", faults);
            faults.throwIfAny();
            return new Again(Objects.requireNonNull(since), state);
        }

        private static @Nullable Instant since(@Nullable Object value, Faults faults) {
            if (value instanceof String text) {
                try {
                    return OffsetDateTime.parse(text.strip()).toInstant();
                } catch (DateTimeException e) {
                    // said below
                }
            }
            faults.add("since", "must be a time such as 2026-01-31T09:00:00Z");
            return null;
        }
    }
}
