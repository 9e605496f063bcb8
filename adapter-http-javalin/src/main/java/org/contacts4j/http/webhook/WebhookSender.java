package org.contacts4j.http.webhook;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.contacts4j.application.ContactListener;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.webhook.Claim;
import org.contacts4j.application.webhook.WebhookDispatch;
import org.contacts4j.application.webhook.WebhookQueue;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.http.WebhookSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the messages of webhooks. Any number of nodes may do so: each webhook is sent to by one of them at a time, and by
 * another when that one dies.
 */
public final class WebhookSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    /** How long what another node wrote waits at most; what this one wrote is looked for at once. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** However much is written, nobody looks more often. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

    private static final Duration PURGE_EVERY = Duration.ofHours(1);
    private static final int SECONDS_TO_END = 5;

    private final WebhookQueue queue;
    private final WebhookDispatch dispatch;
    private final WebhookSettings settings;
    private final AddressGuard addresses;
    private final Runnable stopListening;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> daemon("contacts4j-webhook", task));
    private final Set<EndpointRun> runs = ConcurrentHashMap.newKeySet();
    private final Thread looking = daemon("contacts4j-webhooks", this::lookUntilStopped);
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable PostOffice postOffice;

    private WebhookSender(Contacts4J contacts4j, WebhookSettings settings, AddressGuard.Names names) {
        this.queue = contacts4j.webhookQueue();
        this.dispatch = contacts4j.webhookDispatch();
        this.settings = settings;
        this.addresses = new AddressGuard(settings.allowed(), names);
        ContactListener listener = (organization, event) -> nudge();
        contacts4j.listeners().add(listener);
        this.stopListening = () -> contacts4j.listeners().remove(listener);
    }

    /** Begins to look for messages that are due. */
    public static WebhookSender start(Contacts4J contacts4j, WebhookSettings settings) {
        return start(contacts4j, settings, InetAddress::getAllByName);
    }

    static WebhookSender start(Contacts4J contacts4j, WebhookSettings settings, AddressGuard.Names names) {
        WebhookSender sender = new WebhookSender(contacts4j, settings, names);
        sender.looking.start();
        return sender;
    }

    /** Opened for the first message: most servers never send one, and it takes time and memory. */
    private synchronized PostOffice postOffice() {
        if (postOffice == null) {
            postOffice = new PostOffice(addresses, settings.timeout());
        }
        return postOffice;
    }

    private void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    private void lookUntilStopped() {
        long purgeAt = System.nanoTime();
        quietly(this::pause);
        while (!stopping) {
            quietly(this::look);
            if (System.nanoTime() - purgeAt >= 0) {
                purgeAt = System.nanoTime() + PURGE_EVERY.toNanos();
                threads.execute(() -> quietly(this::purge));
            }
            quietly(this::pause);
        }
    }

    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(SHORTEST_PAUSE.toMillis());
        if (nudges.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            nudges.drainPermits();
        }
    }

    private void look() {
        for (OrganizationId organization : queue.organizations()) {
            Optional<Claim> claim = claim(organization);
            while (claim.isPresent()) {
                start(organization, claim.get());
                claim = claim(organization);
            }
        }
    }

    private Optional<Claim> claim(OrganizationId organization) {
        return stopping ? Optional.empty() : dispatch.claim(organization, EndpointRun.lease(settings));
    }

    private void start(OrganizationId organization, Claim claim) {
        EndpointRun run = new EndpointRun(dispatch, organization, claim, settings, postOffice(), threads);
        runs.add(run);
        threads.execute(() -> {
            quietly(run::run);
            run.stop();
            runs.remove(run);
            // What was written while it still held the webhook is nobody's yet.
            nudge();
        });
    }

    private void purge() {
        queue.organizationsToPurge().forEach(dispatch::purge);
    }

    /** What is interrupted goes on later: here, or on another node when a lease has run out. */
    private void quietly(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ContactsFailure.Unavailable e) {
            LOG.warn("Sending to webhooks waits for the database: {}", e.getMessage());
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.warn("Sending to webhooks was interrupted; it goes on later", e);
            }
        }
    }

    /** Lets the attempts that are under way end, keeps what came of them, and leaves the rest to other nodes. */
    @Override
    public void close() {
        stopping = true;
        stopListening.run();
        nudge();
        try {
            looking.join(TimeUnit.SECONDS.toMillis(1));
            runs.forEach(EndpointRun::stop);
            threads.shutdown();
            threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closePostOffice();
        }
    }

    private synchronized void closePostOffice() {
        if (postOffice != null) {
            postOffice.close();
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}
