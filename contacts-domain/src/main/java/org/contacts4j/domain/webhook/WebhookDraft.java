package org.contacts4j.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** The mutable state of a webhook while a patch is applied to it. */
final class WebhookDraft {

    @Nullable
    String url;

    @Nullable
    String description;

    private List<WebhookEvent> events = WebhookEvent.SUBSCRIBABLE;
    private WebhookState state = WebhookState.ENABLED;
    private @Nullable String disabledReason;
    private @Nullable Instant failingSince;

    WebhookDraft() {}

    WebhookDraft(Webhook webhook) {
        url = webhook.url();
        description = webhook.description();
        events = webhook.events();
        state = webhook.state();
        disabledReason = webhook.disabledReason();
        failingSince = webhook.failingSince();
    }

    void subscribe(@Nullable List<String> names) {
        events = names == null
                ? WebhookEvent.SUBSCRIBABLE
                : names.stream()
                        .flatMap(name -> WebhookEvent.find(name).stream())
                        .toList();
    }

    void activate(@Nullable Boolean active) {
        if (active == null || active) {
            if (state != WebhookState.ENABLED) {
                failingSince = null;
            }
            state = WebhookState.ENABLED;
            disabledReason = null;
        } else if (state == WebhookState.ENABLED) {
            state = WebhookState.PAUSED;
        }
    }

    void finish(Faults faults) {
        if (url == null && !faults.concern(WebhookField.URL.name())) {
            faults.add(WebhookField.URL.name(), "is required");
        }
    }

    Webhook toWebhook(WebhookId id, SigningSecrets secrets, Revision revision) {
        return new Webhook(
                id,
                Objects.requireNonNull(url),
                description,
                events,
                state,
                disabledReason,
                secrets,
                failingSince,
                revision);
    }
}
