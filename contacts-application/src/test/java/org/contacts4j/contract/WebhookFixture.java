package org.contacts4j.contract;

import static org.contacts4j.application.WorkerContexts.workerOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.page.Slice;
import org.contacts4j.application.webhook.AttemptedDelivery;
import org.contacts4j.application.webhook.PendingDelivery;
import org.contacts4j.application.webhook.WebhookLease;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.webhook.Attempt;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.DeliveryError;
import org.contacts4j.domain.webhook.RetrySchedule;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.domain.webhook.WebhookField;

/** An organization with webhooks, a sender of deliveries, and the clock that both use. */
record WebhookFixture(TestOrganization home, TestClock clock, Contacts4J contacts4j) {

    static final Duration LEASE = Duration.ofSeconds(30);

    /** A successful response to every delivery. */
    static final Function<PendingDelivery, Attempt> OK = message -> answer(204);

    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(List.of(Duration.ofSeconds(10), Duration.ofSeconds(60)));
    private static final ThreadLocal<Instant> NOW = ThreadLocal.withInitial(() -> Instant.EPOCH);

    static WebhookFixture in(Store store) {
        TestOrganization home = TestOrganization.in(store);
        TestClock clock = new TestClock();
        return new WebhookFixture(
                home, clock, Contacts4J.builder(store).clock(clock).build());
    }

    /** Returns this organization on another node with the same store. */
    WebhookFixture elsewhere() {
        return new WebhookFixture(
                home, clock, Contacts4J.builder(home.store()).clock(clock).build());
    }

    Webhook webhook(String... events) {
        return contacts4j
                .webhooks()
                .create(
                        home.admin(),
                        Patch.of(WebhookField.URL, "https://example.org/hooks")
                                .set(WebhookField.EVENTS, List.of(events)));
    }

    Contact contact(String name) {
        return contacts4j.contacts().create(home.ada(), Patch.of(ContactField.NAME, name));
    }

    Contact rename(Contact contact, String name) {
        return contacts4j
                .contacts()
                .update(home.ada(), contact.id(), Patch.of(ContactField.NAME, name), Precondition.none());
    }

    /** Returns all due deliveries of the webhook in dispatch order, each as {@code Ada contact.created}. */
    List<String> due(Webhook webhook) {
        return workerOf(contacts4j).deliveries().due(home.id(), webhook.id()).stream()
                .map(WebhookFixture::text)
                .toList();
    }

    /**
     * Claims a webhook and sends its due deliveries. Returns the successful ones in order. After a failure it sends no
     * more deliveries of that contact.
     */
    List<String> send(Function<PendingDelivery, Attempt> receiver) {
        List<String> taken = new ArrayList<>();
        Optional<WebhookLease> claimed = workerOf(contacts4j).deliveries().claim(home.id(), LEASE);
        claimed.ifPresent(claim -> {
            send(claim, receiver, taken);
            workerOf(contacts4j).deliveries().release(home.id(), claim);
        });
        return taken;
    }

    private void send(WebhookLease claim, Function<PendingDelivery, Attempt> receiver, List<String> taken) {
        List<Object> blocked = new ArrayList<>();
        List<AttemptedDelivery> tried = new ArrayList<>();
        NOW.set(clock.instant());
        for (PendingDelivery message :
                workerOf(contacts4j).deliveries().due(home.id(), claim.webhook().id())) {
            if (!blocked.contains(message.delivery().contact())) {
                Attempt attempt = receiver.apply(message);
                tried.add(new AttemptedDelivery(message.delivery(), attempt));
                if (attempt.succeeded()) {
                    taken.add(text(message));
                } else {
                    blocked.add(message.delivery().contact());
                }
            }
        }
        workerOf(contacts4j).deliveries().record(home.id(), claim, tried, SCHEDULE, LEASE);
    }

    static Attempt answer(int status) {
        DeliveryError error = status < 300 ? null : DeliveryError.STATUS;
        return new Attempt(NOW.get(), Duration.ofMillis(20), status, error, null);
    }

    List<Delivery> deliveries(Webhook webhook) {
        return contacts4j
                .webhooks()
                .deliveries(home.admin(), webhook.id(), null, Slice.first(100))
                .items();
    }

    Webhook get(Webhook webhook) {
        return contacts4j.webhooks().get(home.admin(), webhook.id());
    }

    static String text(PendingDelivery message) {
        String who =
                message.cause() == null ? "nobody" : message.cause().contact().name();
        return who + " " + message.delivery().event().text();
    }
}
