package org.contacts4j.domain.webhook;

import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.WebhookId;
import org.jspecify.annotations.Nullable;

/**
 * A subscription: a URL that is told what happens to contacts. Comes into being by {@link #create} and changes by {@link
 * #apply}, which hold the rules; the constructor is for stores.
 *
 * @param events what it is told; one at least
 * @param disabledReason why it was disabled, for a person; null unless it was
 * @param failingSince when the first of the failures was that no success has followed yet; null when there is none. No
 *     change that its version counts
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

    /** The most webhooks that an organisation has. */
    public static final int MAX_WEBHOOKS = 50;

    public Webhook {
        events = List.copyOf(events);
    }

    /**
     * A new webhook with the fields that the patch sets.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid naming every fault
     */
    public static Webhook create(WebhookId id, SigningSecret secret, Patch<Webhook> fields, MemberId by, Instant at) {
        return edit(new WebhookDraft(), fields).toWebhook(id, SigningSecrets.first(secret), Revision.first(by, at));
    }

    /**
     * This webhook with the patch applied; itself when the patch changes nothing.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid naming every fault
     */
    public Webhook apply(Patch<Webhook> patch, MemberId by, Instant at) {
        WebhookDraft draft = edit(new WebhookDraft(this), patch);
        return draft.toWebhook(id, secrets, revision).equals(this)
                ? this
                : draft.toWebhook(id, secrets, revision.next(by, at));
    }

    /** Whether it is being called. */
    public boolean isActive() {
        return state == WebhookState.ENABLED;
    }

    /** This webhook with a new secret; the present one signs beside it for a day. */
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
     * This webhook after an attempt: disabled when its receiver is gone, or has failed for {@link Delivery#PATIENCE} without
     * a success.
     */
    public Webhook after(Attempt attempt) {
        if (attempt.succeeded()) {
            return failingSince == null ? this : failingSince(null);
        }
        if (attempt.saysGone()) {
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

    private static WebhookDraft edit(WebhookDraft draft, Patch<Webhook> patch) {
        Faults faults = new Faults();
        faults.addAll(patch.faults());
        WebhookField.all().forEach(field -> field.applyTo(patch, draft, faults));
        draft.finish(faults);
        faults.throwIfAny();
        return draft;
    }
}
