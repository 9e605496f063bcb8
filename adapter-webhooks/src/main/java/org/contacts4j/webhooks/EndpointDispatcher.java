package org.contacts4j.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.contacts4j.application.webhook.AttemptedDelivery;
import org.contacts4j.application.webhook.DeliveryDispatch;
import org.contacts4j.application.webhook.PendingDelivery;
import org.contacts4j.application.webhook.WebhookLease;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.webhook.Attempt;
import org.contacts4j.domain.webhook.DeliveryError;
import org.contacts4j.domain.webhook.Webhook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the due deliveries of one webhook.
 *
 * <p>One thread reads deliveries and records the results, many in one transaction. Other threads send. The deliveries
 * of one contact are sent in order until one fails. The deliveries of different contacts are sent concurrently.
 * Webhooks do not wait for each other.
 */
final class EndpointDispatcher {

    /** The limit of concurrent requests to one webhook. The limit is one while its receiver fails. */
    private static final int CONCURRENCY = 8;

    private static final Logger LOG = LoggerFactory.getLogger(EndpointDispatcher.class);
    private static final int LOW_WATER_MARK = 50;
    private static final int MAX_RECORDED = 500;
    private static final long MILLIS_TO_WAIT = 100;
    private static final Duration RENEW_EVERY = Duration.ofSeconds(1);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(10);

    private final DeliveryDispatch dispatch;
    private final OrganizationId organization;
    private final WebhookLease lease;
    private final WebhookSettings settings;
    private final WebhookClient client;
    private final Executor threads;

    private final Set<ContactId> busy = new HashSet<>();
    private final Queue<List<PendingDelivery>> turns = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Progress> progress = new LinkedBlockingQueue<>();
    private final AtomicInteger workers = new AtomicInteger();
    private volatile Webhook webhook;
    private volatile long heldUntil;
    private volatile boolean stopping;
    private long nextPollAt;
    private long renewAt;

    EndpointDispatcher(
            DeliveryDispatch dispatch,
            OrganizationId organization,
            WebhookLease lease,
            WebhookSettings settings,
            WebhookClient client,
            Executor threads) {
        this.dispatch = dispatch;
        this.organization = organization;
        this.lease = lease;
        this.settings = settings;
        this.client = client;
        this.threads = threads;
        this.webhook = lease.webhook();
        this.heldUntil = System.nanoTime() + lease(settings).toNanos();
        this.nextPollAt = System.nanoTime();
        this.renewAt = nextPollAt + RENEW_EVERY.toNanos();
    }

    /**
     * Returns the duration of a lease. It exceeds the duration of an attempt, so attempts of two nodes cannot overlap.
     */
    static Duration lease(WebhookSettings settings) {
        return settings.timeout().plus(LEASE_MARGIN);
    }

    /** Sends until no delivery is due, the dispatcher is stopped, or the lease is lost. */
    void run() throws InterruptedException {
        boolean held = true;
        while (held) {
            if (mayGoOn() && turns.size() < LOW_WATER_MARK && System.nanoTime() - nextPollAt >= 0) {
                look();
            }
            if (busy.isEmpty() && progress.isEmpty()) {
                dispatch.release(organization, lease);
                return;
            }
            held = record(awaitProgress());
        }
    }

    /** Stops the dispatcher. Attempts in progress are completed; no new attempt begins. */
    void stop() {
        stopping = true;
    }

    private boolean mayGoOn() {
        return !stopping && webhook.isActive();
    }

    private void look() {
        Map<ContactId, List<PendingDelivery>> found = new LinkedHashMap<>();
        for (PendingDelivery delivery : dispatch.due(organization, webhook.id())) {
            ContactId contact = delivery.delivery().contact();
            if (!busy.contains(contact)) {
                found.computeIfAbsent(contact, none -> new ArrayList<>()).add(delivery);
            }
        }
        if (found.isEmpty()) {
            nextPollAt = System.nanoTime() + POLL_INTERVAL.toNanos();
        }
        busy.addAll(found.keySet());
        turns.addAll(found.values());
        startWorkers();
    }

    private void startWorkers() {
        for (int waiting = turns.size(); waiting > 0 && workers.get() < concurrency(); waiting--) {
            workers.incrementAndGet();
            threads.execute(this::work);
        }
    }

    private int concurrency() {
        return webhook.failingSince() == null ? CONCURRENCY : 1;
    }

    private void work() {
        try {
            @Nullable List<PendingDelivery> turn = workers.get() > concurrency() ? null : turns.poll();
            while (turn != null) {
                sendAndRelease(turn);
                turn = workers.get() > concurrency() ? null : turns.poll();
            }
        } finally {
            workers.decrementAndGet();
        }
    }

    /**
     * Sends the deliveries of a contact. The contact is released after any failure; otherwise it would block its later
     * deliveries permanently.
     */
    private void sendAndRelease(List<PendingDelivery> turn) {
        try {
            send(turn);
        } catch (Throwable failure) {
            progress.add(new Progress(null, turn.get(0).delivery().contact()));
            LOG.error("Deliveries of webhook {} are delayed until the next poll", webhook.id(), failure);
        }
    }

    private void send(List<PendingDelivery> turn) {
        ContactId contact = turn.get(0).delivery().contact();
        boolean goesOn = true;
        for (int i = 0; goesOn && i < turn.size(); i++) {
            if (!mayBegin()) {
                progress.add(new Progress(null, contact));
                return;
            }
            PendingDelivery delivery = turn.get(i);
            Attempt attempt = attempt(delivery);
            goesOn = attempt.succeeded() && i + 1 < turn.size();
            progress.add(new Progress(new AttemptedDelivery(delivery.delivery(), attempt), goesOn ? null : contact));
        }
    }

    private Attempt attempt(PendingDelivery delivery) {
        try {
            return client.send(signed(delivery));
        } catch (Throwable e) {
            // A defect in the server, or too little memory. The delivery is retried later, as after a failure of the
            // receiver.
            LOG.error("Delivery {} could not be sent", delivery.delivery().id(), e);
            Instant now = Clock.systemUTC().instant();
            return new Attempt(now, Duration.ZERO, null, DeliveryError.CONNECTION, null);
        }
    }

    /** Returns whether an attempt can end before the lease expires, when another node may begin one. */
    private boolean mayBegin() {
        return mayGoOn() && System.nanoTime() + settings.timeout().toNanos() - heldUntil < 0;
    }

    private WebhookRequest signed(PendingDelivery delivery) {
        Webhook now = webhook;
        String id = delivery.delivery().id().toString();
        byte[] body = WebhookPayload.of(organization, delivery);
        Instant at = Clock.systemUTC().instant();
        Map<String, String> headers = Map.of(
                "webhook-id", id,
                "webhook-timestamp", String.valueOf(at.getEpochSecond()),
                "webhook-signature", now.secrets().sign(id, at, body));
        return new WebhookRequest(now.url(), headers, body);
    }

    private List<Progress> awaitProgress() throws InterruptedException {
        List<Progress> some = new ArrayList<>();
        @Nullable Progress first = progress.poll(MILLIS_TO_WAIT, TimeUnit.MILLISECONDS);
        if (first != null) {
            some.add(first);
            progress.drainTo(some, MAX_RECORDED);
        }
        return some;
    }

    /**
     * Records progress and renews the lease.
     *
     * @return false when the lease is lost
     */
    private boolean record(List<Progress> some) {
        startWorkers();
        List<AttemptedDelivery> tried = some.stream()
                .flatMap(one -> Optional.ofNullable(one.tried()).stream())
                .toList();
        boolean held = (tried.isEmpty() && System.nanoTime() - renewAt < 0) || record(tried, lease(settings));
        if (held) {
            forget(some.stream()
                    .flatMap(one -> Optional.ofNullable(one.ended()).stream())
                    .toList());
        }
        return held;
    }

    private boolean record(List<AttemptedDelivery> tried, Duration leaseTime) {
        long now = System.nanoTime();
        Optional<Webhook> kept = dispatch.record(organization, lease, tried, settings.schedule(), leaseTime);
        kept.ifPresent(is -> {
            webhook = is;
            heldUntil = now + leaseTime.toNanos();
            renewAt = now + RENEW_EVERY.toNanos();
        });
        return kept.isPresent();
    }

    private void forget(Collection<ContactId> ended) {
        busy.removeAll(ended);
        if (!ended.isEmpty()) {
            nextPollAt = Math.min(nextPollAt, System.nanoTime());
        }
        if (!mayGoOn()) {
            for (List<PendingDelivery> turn = turns.poll(); turn != null; turn = turns.poll()) {
                busy.remove(turn.get(0).delivery().contact());
            }
        }
    }

    /**
     * A progress report of a sending thread.
     *
     * @param tried the attempted delivery; null when there was no attempt
     * @param ended the contact without further deliveries to send; null when the thread continues with the contact
     */
    private record Progress(
            @Nullable AttemptedDelivery tried, @Nullable ContactId ended) {}
}
