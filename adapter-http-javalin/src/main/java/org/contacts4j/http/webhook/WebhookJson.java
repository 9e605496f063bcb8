package org.contacts4j.http.webhook;

import static org.contacts4j.json.JsonType.TEXT;

import java.time.Instant;
import java.util.function.Function;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.domain.webhook.WebhookField;
import org.contacts4j.json.JsonMembers;
import org.contacts4j.json.JsonType;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a webhook in the canonical API, in requests and responses. The secret is null except in the responses that
 * create or rotate it.
 */
final class WebhookJson {

    private static final JsonMembers<Webhook> WITH_SECRET =
            members(webhook -> webhook.secrets().current().text());
    private static final JsonMembers<Webhook> WITHOUT_SECRET = members(webhook -> null);

    private WebhookJson() {}

    static JsonWritable<Webhook> withSecret(Webhook webhook) {
        return WITH_SECRET.of(webhook);
    }

    static JsonWritable<Webhook> withoutSecret(Webhook webhook) {
        return WITHOUT_SECRET.of(webhook);
    }

    /** Returns the patch of a body. It carries a validation error for every member of a wrong type. */
    static Patch<Webhook> read(byte[] json) {
        return WITHOUT_SECRET.read(json);
    }

    private static JsonMembers<Webhook> members(Function<Webhook, @Nullable String> secret) {
        return new JsonMembers<Webhook>()
                .writing(json -> json.id("id", Webhook::id))
                .with(WebhookField.URL, TEXT)
                .with(WebhookField.DESCRIPTION, TEXT)
                .with(WebhookField.EVENTS, JsonType.TEXTS)
                .with(WebhookField.ACTIVE, JsonType.FLAG)
                .writing(json -> json.text("state", webhook -> EnumNames.of(webhook.state()))
                        .text("disabledReason", Webhook::disabledReason)
                        .text("secret", secret)
                        .text("previousSecretUntil", WebhookJson::previousSecretUntil)
                        .text(
                                "createdAt",
                                webhook -> Timestamps.of(webhook.revision().createdAt()))
                        .text(
                                "updatedAt",
                                webhook -> Timestamps.of(webhook.revision().updatedAt()))
                        .id("createdBy", webhook -> webhook.revision().createdBy())
                        .id("updatedBy", webhook -> webhook.revision().updatedBy())
                        .number("version", webhook -> webhook.revision().version()));
    }

    /** Returns the time until which deliveries are also signed with the previous secret; null without one. */
    private static @Nullable String previousSecretUntil(Webhook webhook) {
        @Nullable Instant until = webhook.secrets().previousUntil();
        return until == null ? null : Timestamps.of(until);
    }
}
