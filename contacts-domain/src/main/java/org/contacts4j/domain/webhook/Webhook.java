package org.contacts4j.domain.webhook;

import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * A webhook: a subscription of a URL to contact events. Use {@link #create} and {@link #apply}, which validate the
 * fields. The constructor is for stores.
 *
 * @param events the subscribed events; at least one
 * @param disabledReason a human-readable reason why the webhook was disabled; null unless it was
 * @param failingSince the time of the first failure since the last success; null if there is none. A change of this
 *     value does not change the version
 */
public record Webhook(
        WebhookId id,
        String url,
        @Nullable String description,
        List<WebhookEvent> events,
        WebhookState state,
        @Nullable String disabledReason,
        SigningSecrets secrets,
        @Nullable Instant failingSince,
        Revision revision) {

    /** The maximum number of webhooks of an organization. */
    public static final int MAX_WEBHOOKS = 50;

    public Webhook {
        events = List.copyOf(events);
    }

    /**
     * Returns a new webhook with the fields that the patch sets.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public static Webhook create(WebhookId id, SigningSecret secret, Patch<Webhook> fields, MemberId by, Instant at) {
        FieldValues<Webhook> values = valuesAfter(null, fields);
        List<WebhookEvent> all = WebhookEvent.SUBSCRIBABLE;
        Revision first = Revision.first(by, at);
        return new Webhook(id, "", null, all, WebhookState.ENABLED, null, SigningSecrets.first(secret), null, first)
                .with(values, first);
    }

    /**
     * Returns this webhook with the patch applied; this instance if nothing changes.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public Webhook apply(Patch<Webhook> patch, MemberId by, Instant at) {
        FieldValues<Webhook> values = valuesAfter(this, patch);
        return with(values, revision).equals(this) ? this : with(values, revision.next(by, at));
    }

    /** Returns whether deliveries to this webhook are sent. */
    public boolean isActive() {
        return state == WebhookState.ENABLED;
    }

    /** Returns this webhook with a new secret. The current secret continues to sign for one day. */
    public Webhook rotatedTo(SigningSecret secret, MemberId by, Instant at) {
        return new Webhook(
                id,
                url,
                description,
                events,
                state,
                disabledReason,
                secrets.rotatedTo(secret, at),
                failingSince,
                revision.next(by, at));
    }

    /**
     * Returns this webhook after an attempt. The webhook is disabled if the receiver answered 410 Gone, or has failed
     * for {@link Delivery#PATIENCE} without a success.
     */
    public Webhook after(Attempt attempt) {
        if (attempt.succeeded()) {
            return failingSince == null ? this : failingSince(null);
        }
        if (attempt.isGone()) {
            return disabled("The receiver answered 410 Gone.", attempt.end());
        }
        if (failingSince == null) {
            return failingSince(attempt.at());
        }
        return attempt.at().isBefore(failingSince.plus(Delivery.PATIENCE))
                ? this
                : disabled("The receiver failed for five days, at last with " + attempt.reason() + ".", attempt.end());
    }

    private Webhook failingSince(@Nullable Instant at) {
        return new Webhook(id, url, description, events, state, disabledReason, secrets, at, revision);
    }

    private Webhook disabled(String reason, Instant at) {
        return isActive()
                ? new Webhook(
                        id,
                        url,
                        description,
                        events,
                        WebhookState.DISABLED,
                        reason,
                        secrets,
                        failingSince,
                        revision.next(null, at))
                : this;
    }

    private static FieldValues<Webhook> valuesAfter(@Nullable Webhook before, Patch<Webhook> patch) {
        return WebhookField.TABLE.apply(before, patch, draft -> draft.requireSet(WebhookField.URL, "is required"));
    }

    private Webhook with(FieldValues<Webhook> values, Revision newRevision) {
        boolean active = values.require(WebhookField.ACTIVE);
        boolean enabled = active && !isActive();
        WebhookState inactive = isActive() ? WebhookState.PAUSED : state;
        return new Webhook(
                id,
                values.require(WebhookField.URL),
                values.get(WebhookField.DESCRIPTION),
                values.require(WebhookField.EVENTS).stream()
                        .flatMap(name -> WebhookEvent.find(name).stream())
                        .toList(),
                active ? WebhookState.ENABLED : inactive,
                active ? null : disabledReason,
                secrets,
                enabled ? null : failingSince,
                newRevision);
    }
}
