package org.contacts4j.webhooks;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.contacts4j.application.ContactListener;
import org.contacts4j.application.Worker;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.application.background.DaemonThreads;
import org.contacts4j.application.background.EachOrganization;
import org.contacts4j.application.webhook.DeliveryDispatch;
import org.contacts4j.application.webhook.WebhookLease;
import org.contacts4j.application.webhook.WebhookQueue;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Sends the deliveries of webhooks. Any number of nodes may run senders.
 *
 * <p>One node at a time sends to a webhook. When that node fails, another node continues after the lease expires.
 */
public final class WebhookSender implements AutoCloseable {

    /**
     * The interval of polling for deliveries that other nodes wrote. Deliveries of this node wake the task immediately.
     */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration PURGE_EVERY = Duration.ofHours(1);
    private static final int SECONDS_TO_END = 5;

    private final WebhookQueue queue;
    private final DeliveryDispatch dispatch;
    private final WebhookSettings settings;
    private final GuardedDnsResolver addresses;
    private final Runnable stopListening;
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("webhook"));
    private final Set<EndpointDispatcher> dispatchers = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> failedRun = new AtomicReference<>();
    private final BackgroundTask looking;
    private final BackgroundTask purging;
    private volatile boolean stopping;
    private @Nullable WebhookClient client;

    private WebhookSender(BackgroundTasks tasks, Worker.Context context, WebhookSettings settings) {
        this.queue = context.webhookQueue();
        this.dispatch = context.deliveries();
        this.settings = settings;
        this.addresses = new GuardedDnsResolver(settings.allowed(), InetAddress::getAllByName);
        this.looking = tasks.start("webhooks", PAUSE, this::look);
        this.purging = tasks.start("webhook-cleanup", PURGE_EVERY, this::purge);
        ContactListener listener = (organization, event) -> looking.wake();
        context.listeners().add(listener);
        this.stopListening = () -> context.listeners().remove(listener);
    }

    /** Returns a worker that sends due deliveries, and deletes old ones every hour. */
    public static Worker worker(WebhookSettings settings) {
        return (tasks, context) -> new WebhookSender(tasks, context, settings);
    }

    /**
     * Returns the client. Created for the first delivery, since most servers have none and a client costs time and
     * memory.
     */
    private synchronized WebhookClient client() {
        if (client == null) {
            client = new WebhookClient(addresses, settings.timeout());
        }
        return client;
    }

    /**
     * Starts a dispatcher for each webhook with due deliveries. Throws when a dispatcher failed since the last round.
     */
    private void look(Runnable heartbeat) throws Exception {
        EachOrganization.run(queue.organizations(), heartbeat, this::startRuns);
        @Nullable Throwable failure = failedRun.getAndSet(null);
        if (failure instanceof ContactsFailure.Unavailable unavailable) {
            throw unavailable;
        }
        if (failure != null) {
            throw new ExecutionException("Sending to a webhook failed; it is tried again", failure);
        }
    }

    private void startRuns(OrganizationId organization) {
        Optional<WebhookLease> lease = lease(organization);
        while (lease.isPresent()) {
            start(organization, lease.get());
            lease = lease(organization);
        }
    }

    private Optional<WebhookLease> lease(OrganizationId organization) {
        return stopping ? Optional.empty() : dispatch.claim(organization, EndpointDispatcher.lease(settings));
    }

    private void start(OrganizationId organization, WebhookLease lease) {
        EndpointDispatcher run = new EndpointDispatcher(dispatch, organization, lease, settings, client(), threads);
        threads.execute(() -> {
            dispatchers.add(run);
            if (stopping) {
                run.stop();
            }
            try {
                run(run);
            } finally {
                run.stop();
                dispatchers.remove(run);
                // Deliveries written while this node held the lease are not claimed yet.
                looking.wake();
            }
        });
    }

    /** Runs a dispatcher. After a failure, this or another node continues when the lease expires. */
    private void run(EndpointDispatcher run) {
        try {
            run.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable failure) {
            failedRun.set(failure);
        }
    }

    private void purge(Runnable heartbeat) {
        EachOrganization.run(queue.organizationsToPurge(), heartbeat, dispatch::purge);
    }

    /**
     * Stops the sender. Attempts in progress may complete and are recorded, for up to 5 seconds. Other nodes send the
     * remaining deliveries.
     */
    @Override
    public void close() {
        stopping = true;
        stopListening.run();
        purging.close();
        looking.close();
        try {
            dispatchers.forEach(EndpointDispatcher::stop);
            threads.shutdown();
            threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeClient();
        }
    }

    private synchronized void closeClient() {
        if (client != null) {
            client.close();
        }
    }
}
