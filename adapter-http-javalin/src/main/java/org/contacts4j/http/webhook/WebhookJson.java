package org.contacts4j.http.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.domain.webhook.WebhookEvent;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a webhook in the canonical API: all keys are present, null when unset.
 *
 * @param secret the secret; null except in the responses that create or rotate it
 * @param previousSecretUntil the time until which deliveries are also signed with the previous secret; null without one
 */
record WebhookJson(
        UUID id,
        String url,
        @Nullable String description,
        List<String> events,
        boolean active,
        String state,
        @Nullable String disabledReason,
        @Nullable String secret,
        @Nullable String previousSecretUntil,
        String createdAt,
        String updatedAt,
        @Nullable String createdBy,
        @Nullable String updatedBy,
        long version) {

    static WebhookJson withoutSecret(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookJson withSecret(Webhook webhook) {
        return of(webhook, webhook.secrets().current().text());
    }

    private static WebhookJson of(Webhook webhook, @Nullable String secret) {
        @Nullable Instant until = webhook.secrets().previousUntil();
        return new WebhookJson(
                webhook.id().value(),
                webhook.url(),
                webhook.description(),
                webhook.events().stream().map(WebhookEvent::text).toList(),
                webhook.isActive(),
                EnumNames.of(webhook.state()),
                webhook.disabledReason(),
                secret,
                until == null ? null : Timestamps.of(until),
                Timestamps.of(webhook.revision().createdAt()),
                Timestamps.of(webhook.revision().updatedAt()),
                valueOf(webhook.revision().createdBy()),
                valueOf(webhook.revision().updatedBy()),
                webhook.revision().version());
    }

    private static @Nullable String valueOf(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }
}
