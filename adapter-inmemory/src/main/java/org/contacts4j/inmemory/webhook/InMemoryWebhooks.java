package org.contacts4j.inmemory.webhook;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.application.webhook.Webhooks;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.Uuids;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.Records.HeldWebhook;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

public record InMemoryWebhooks(StoredTransaction tx) implements Webhooks {

    private static final UUID NO_HOLDER = new UUID(0, 0);

    private static final Comparator<Webhook> ORDER = Comparator.comparing(
                    (Webhook webhook) -> webhook.revision().createdAt())
            .thenComparing(webhook -> webhook.id().value(), Uuids::compare);

    @Override
    public void insert(OrganizationId organization, Webhook webhook) {
        put(organization, new HeldWebhook(webhook, NO_HOLDER, Instant.EPOCH));
    }

    @Override
    public List<Webhook> list(OrganizationId organization) {
        return tx.recordsOf(organization).webhooks.values().stream()
                .map(HeldWebhook::webhook)
                .sorted(ORDER)
                .toList();
    }

    @Override
    public Optional<Webhook> find(OrganizationId organization, WebhookId id) {
        return Optional.ofNullable(tx.recordsOf(organization).webhooks.get(id)).map(HeldWebhook::webhook);
    }

    @Override
    public Optional<Webhook> lock(OrganizationId organization, WebhookId id) {
        return find(organization, id);
    }

    @Override
    public void update(OrganizationId organization, Webhook webhook) {
        @Nullable HeldWebhook held = tx.recordsOf(organization).webhooks.get(webhook.id());
        if (held == null) {
            throw new IllegalStateException("the webhook is not there");
        }
        put(organization, new HeldWebhook(webhook, held.holder(), held.until()));
    }

    @Override
    public void delete(OrganizationId organization, WebhookId id) {
        tx.changes().remove(tx.recordsOf(organization).webhooks, id);
    }

    @Override
    public Optional<Webhook> claim(OrganizationId organization, UUID holder, Instant now, Instant until) {
        Optional<Webhook> free = free(organization, now);
        free.ifPresent(webhook -> put(organization, new HeldWebhook(webhook, holder, until)));
        return free;
    }

    @Override
    public boolean hold(OrganizationId organization, WebhookId id, UUID holder, Instant until) {
        @Nullable HeldWebhook held = tx.recordsOf(organization).webhooks.get(id);
        if (held == null || !held.holder().equals(holder)) {
            return false;
        }
        put(organization, new HeldWebhook(held.webhook(), holder, until));
        return true;
    }

    /** Returns an active webhook that has no lease and has a due delivery. */
    public Optional<Webhook> free(OrganizationId organization, Instant now) {
        Records records = tx.recordsOf(organization);
        return records.webhooks.values().stream()
                .filter(held -> held.webhook().isActive() && !held.until().isAfter(now))
                .map(HeldWebhook::webhook)
                .filter(webhook -> records.deliveries.values().stream()
                        .filter(delivery -> delivery.webhookId().equals(webhook.id()))
                        .anyMatch(delivery -> isDue(delivery, now)))
                .min(ORDER);
    }

    static boolean isDue(Delivery delivery, Instant now) {
        @Nullable Instant next = delivery.nextAttemptAt();
        return next != null && !next.isAfter(now);
    }

    private void put(OrganizationId organization, HeldWebhook held) {
        tx.changes().put(tx.recordsOf(organization).webhooks, held.webhook().id(), held);
    }
}
