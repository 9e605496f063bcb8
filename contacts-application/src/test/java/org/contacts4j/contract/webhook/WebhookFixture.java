package org.contacts4j.contract.webhook;

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
import org.contacts4j.contract.TestClock;
import org.contacts4j.contract.TestOrganization;
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
public record WebhookFixture(TestOrganization home, TestClock clock, Contacts4J contacts4j) {

    public static final Duration LEASE = Duration.ofSeconds(30);

    /** A successful response to every delivery. */
    public static final Function<PendingDelivery, Attempt> OK = message -> answer(204);

    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(List.of(Duration.ofSeconds(10), Duration.ofSeconds(60)));
    private static final ThreadLocal<Instant> NOW = ThreadLocal.withInitial(() -> Instant.EPOCH);

    public static WebhookFixture in(Store store) {
        TestOrganization home = TestOrganization.in(store);
        TestClock clock = new TestClock();
        return new WebhookFixture(
                home, clock, Contacts4J.builder(store).clock(clock).build());
    }

    /** Returns this organization on another node with the same store. */
    public WebhookFixture elsewhere() {
        return new WebhookFixture(
                home, clock, Contacts4J.builder(home.store()).clock(clock).build());
    }

    public Webhook webhook(String... events) {
        return contacts4j
                .webhooks()
                .create(
                        home.admin(),
                        Patch.of(WebhookField.URL, "https://example.org/hooks")
                                .set(WebhookField.EVENTS, List.of(events)));
    }

    public Contact contact(String name) {
        return contacts4j.contacts().create(home.ada(), Patch.of(ContactField.NAME, name));
    }

    public Contact rename(Contact contact, String name) {
        return contacts4j
                .contacts()
                .update(home.ada(), contact.id(), Patch.of(ContactField.NAME, name), Precondition.none());
    }

    /** Returns all due deliveries of the webhook in dispatch order, each as {@code Ada contact.created}. */
    public List<String> due(Webhook webhook) {
        return workerOf(contacts4j).deliveries().due(home.id(), webhook.id()).stream()
                .map(WebhookFixture::text)
                .toList();
    }

    /**
     * Claims a webhook and sends its due deliveries. Returns the successful ones in order. After a failure it sends no
     * more deliveries of that contact.
     */
    public List<String> send(Function<PendingDelivery, Attempt> receiver) {
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

    public static Attempt answer(int status) {
        DeliveryError error = status < 300 ? null : DeliveryError.STATUS;
        return new Attempt(NOW.get(), Duration.ofMillis(20), status, error, null);
    }

    public List<Delivery> deliveries(Webhook webhook) {
        return contacts4j
                .webhooks()
                .deliveries(home.admin(), webhook.id(), null, Slice.first(100))
                .items();
    }

    public Webhook get(Webhook webhook) {
        return contacts4j.webhooks().get(home.admin(), webhook.id());
    }

    public static String text(PendingDelivery message) {
        String who =
                message.cause() == null ? "nobody" : message.cause().contact().name();
        return who + " " + message.delivery().event().text();
    }
}
