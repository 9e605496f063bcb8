package org.contacts4j.inmemory.webhook;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.application.webhook.Deliveries;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.DeliveryId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.Uuids;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.DeliveryState;
import org.contacts4j.domain.webhook.WebhookEvent;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.Records.HeldWebhook;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

public record InMemoryDeliveries(StoredTransaction tx) implements Deliveries {

    private static final Order LATEST_FIRST = new Order(Order.Key.CREATED_AT, true);

    private static final Comparator<Delivery> IN_TURN =
            Comparator.comparingLong(Delivery::place).thenComparing(Delivery::cause, Uuids::compare);

    /** Inserts the deliveries of an event, one for each subscribed webhook and webhook event. */
    public void fanOut(OrganizationId organization, ContactEvent event) {
        for (HeldWebhook held : tx.recordsOf(organization).webhooks.values()) {
            for (WebhookEvent told : WebhookEvent.of(event)) {
                if (held.webhook().events().contains(told)) {
                    insert(
                            organization,
                            Delivery.of(
                                    new DeliveryId(UUID.randomUUID()),
                                    held.webhook().id(),
                                    told,
                                    event.contact().id(),
                                    event.id(),
                                    told.sequenceAt(event.version()),
                                    event.at()));
                }
            }
        }
    }

    @Override
    public void insert(OrganizationId organization, Delivery delivery) {
        tx.changes().put(tx.recordsOf(organization).deliveries, delivery.id(), delivery);
    }

    @Override
    public Optional<Delivery> find(OrganizationId organization, WebhookId webhook, DeliveryId id) {
        return Optional.ofNullable(tx.recordsOf(organization).deliveries.get(id))
                .filter(delivery -> delivery.webhookId().equals(webhook));
    }

    @Override
    public Optional<Delivery> lock(OrganizationId organization, WebhookId webhook, DeliveryId id) {
        return find(organization, webhook, id);
    }

    @Override
    public Page<Delivery> page(
            OrganizationId organization, WebhookId webhook, @Nullable DeliveryState state, Slice slice) {
        Comparator<Position> order = LATEST_FIRST.comparator();
        @Nullable Position after = slice.after();
        List<Delivery> found = of(organization, webhook)
                .filter(delivery -> state == null || delivery.state() == state)
                .sorted(Comparator.comparing(InMemoryDeliveries::positionOf, order))
                .filter(delivery -> after == null || order.compare(positionOf(delivery), after) > 0)
                .skip(slice.offset())
                .limit(slice.limit() + 1L)
                .toList();
        return Page.of(found, slice.limit(), null, InMemoryDeliveries::positionOf);
    }

    @Override
    public List<Delivery> due(OrganizationId organization, WebhookId webhook, Instant now, int contacts, int each) {
        return waiting(organization, webhook).values().stream()
                .filter(turn -> InMemoryWebhooks.isDue(turn.get(0), now))
                .sorted(Comparator.comparing(turn -> due(turn.get(0))))
                .limit(contacts)
                .flatMap(turn -> turn.stream().limit(each))
                .toList();
    }

    @Override
    public void update(OrganizationId organization, List<Delivery> deliveries) {
        deliveries.stream()
                .filter(delivery -> tx.recordsOf(organization).deliveries.containsKey(delivery.id()))
                .forEach(delivery -> insert(organization, delivery));
    }

    @Override
    public void postponeQueued(OrganizationId organization, WebhookId webhook, Instant now) {
        for (List<Delivery> turn : waiting(organization, webhook).values()) {
            Instant first = due(turn.get(0));
            if (first.isAfter(now)) {
                turn.stream()
                        .filter(delivery -> InMemoryWebhooks.isDue(delivery, now))
                        .forEach(delivery -> insert(organization, delivery.postponedTo(first)));
            }
        }
    }

    @Override
    public int redeliver(
            OrganizationId organization,
            WebhookId webhook,
            Instant since,
            @Nullable DeliveryState state,
            Instant now,
            int limit) {
        Predicate<Delivery> wanted = delivery -> delivery.state() != DeliveryState.PENDING
                && (state == null || delivery.state() == state)
                && !delivery.createdAt().isBefore(since)
                && delivery.last() != null
                && delivery.last().at().isBefore(now);
        List<Delivery> again =
                of(organization, webhook).filter(wanted).limit(limit).toList();
        again.forEach(delivery -> insert(organization, delivery.again(now)));
        return again.size();
    }

    @Override
    public int purge(OrganizationId organization, Instant before, int limit) {
        Records records = tx.recordsOf(organization);
        List<Delivery> old = records.deliveries.values().stream()
                .filter(delivery -> delivery.createdAt().isBefore(before))
                .limit(limit)
                .toList();
        old.forEach(delivery -> tx.changes().remove(records.deliveries, delivery.id()));
        return old.size();
    }

    @Override
    public List<Delivery> ofContact(OrganizationId organization, ContactId contact, int limit) {
        return tx.recordsOf(organization).deliveries.values().stream()
                .filter(delivery -> delivery.contact().equals(contact))
                .sorted(Comparator.comparing(Delivery::createdAt)
                        .thenComparing(delivery -> delivery.id().value(), Uuids::compare))
                .limit(limit)
                .toList();
    }

    @Override
    public int erase(OrganizationId organization, ContactId contact) {
        Records records = tx.recordsOf(organization);
        List<Delivery> all = ofContact(organization, contact, Integer.MAX_VALUE);
        all.forEach(delivery -> tx.changes().remove(records.deliveries, delivery.id()));
        return all.size();
    }

    /** Returns the pending deliveries by contact, each list in delivery order. */
    private TreeMap<String, List<Delivery>> waiting(OrganizationId organization, WebhookId webhook) {
        return of(organization, webhook)
                .filter(delivery -> delivery.state() == DeliveryState.PENDING)
                .sorted(IN_TURN)
                .collect(Collectors.groupingBy(
                        delivery -> delivery.contact().toString(), TreeMap::new, Collectors.toList()));
    }

    private Stream<Delivery> of(OrganizationId organization, WebhookId webhook) {
        return tx.recordsOf(organization).deliveries.values().stream()
                .filter(delivery -> delivery.webhookId().equals(webhook));
    }

    private static Instant due(Delivery delivery) {
        @Nullable Instant next = delivery.nextAttemptAt();
        return next == null ? Instant.MAX : next;
    }

    private static Position positionOf(Delivery delivery) {
        return new Position("", delivery.createdAt(), delivery.id().value());
    }
}
