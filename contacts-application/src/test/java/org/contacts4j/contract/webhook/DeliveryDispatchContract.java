package org.contacts4j.contract.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.application.WorkerContexts.workerOf;
import static org.contacts4j.contract.webhook.WebhookFixture.LEASE;
import static org.contacts4j.contract.webhook.WebhookFixture.OK;
import static org.contacts4j.contract.webhook.WebhookFixture.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.webhook.WebhookLease;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.DeliveryId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.DeliveryState;
import org.contacts4j.domain.webhook.RetrySchedule;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.domain.webhook.WebhookField;
import org.contacts4j.domain.webhook.WebhookState;
import org.junit.jupiter.api.Test;

/** Contract tests of delivery dispatch: one node at a time, in order per contact, retried after a failure. */
public interface DeliveryDispatchContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void handsEachMessageOutUntilItIsTaken() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        hooks.contact("Ada");
        hooks.contact("Bo");
        assertThat(workerOf(hooks.contacts4j()).webhookQueue().organizations())
                .contains(hooks.home().id());
        assertThat(hooks.send(OK)).containsExactlyInAnyOrder("Ada contact.created", "Bo contact.created");
        assertThat(hooks.send(OK)).isEmpty();
        assertThat(workerOf(hooks.contacts4j()).webhookQueue().organizations())
                .doesNotContain(hooks.home().id());
        assertThat(hooks.deliveries(webhook)).allSatisfy(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(delivery.attempts()).isEqualTo(1);
            assertThat(delivery.last().status()).isEqualTo(204);
            assertThat(delivery.last().took()).isEqualTo(Duration.ofMillis(20));
            assertThat(delivery.nextAttemptAt()).isNull();
        });
    }

    @Test
    default void letsOneSendAtATime() {
        WebhookFixture hooks = WebhookFixture.in(store());
        WebhookFixture other = hooks.elsewhere();
        Webhook webhook = hooks.webhook();
        hooks.contact("Ada");
        WebhookLease slow = claim(hooks).orElseThrow();
        assertThat(slow.webhook()).isEqualTo(webhook);
        assertThat(claim(other)).isEmpty();
        assertThat(workerOf(other.contacts4j()).webhookQueue().organizations())
                .doesNotContain(hooks.home().id());
        hooks.clock().pass(LEASE);
        WebhookLease next = claim(other).orElseThrow();
        assertThat(holds(hooks, slow)).isFalse();
        workerOf(hooks.contacts4j()).deliveries().release(hooks.home().id(), slow);
        assertThat(claim(hooks)).isEmpty();
        assertThat(holds(other, next)).isTrue();
        hooks.clock().pass(LEASE.minusSeconds(1));
        assertThat(holds(other, next)).isTrue();
        hooks.clock().pass(LEASE.minusSeconds(1));
        assertThat(claim(hooks)).isEmpty();
    }

    @Test
    default void keepsTheMessagesOfAContactInOrder() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        Contact ada = hooks.contact("Ada");
        hooks.clock().pass(Duration.ofSeconds(-30));
        List<String> all = new ArrayList<>(List.of("Ada contact.created"));
        for (int i = 1; i < 30; i++) {
            hooks.rename(ada, "Ada " + i);
            all.add("Ada " + i + " contact.updated");
        }
        hooks.clock().pass(Duration.ofSeconds(30));
        assertThat(hooks.due(webhook)).isEqualTo(all.subList(0, 20));
        assertThat(hooks.send(OK)).isEqualTo(all.subList(0, 20));
        assertThat(hooks.send(OK)).isEqualTo(all.subList(20, 30));
    }

    @Test
    default void holdsTheMessagesOfAContactBackWhileOneIsToBeRetried() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        Contact ada = hooks.contact("Ada");
        hooks.rename(ada, "Ada L");
        hooks.contact("Bo");
        assertThat(hooks.send(message -> answer(WebhookFixture.text(message).startsWith("Ada") ? 503 : 200)))
                .containsExactly("Bo contact.created");
        hooks.rename(ada, "Ada K");
        assertThat(hooks.due(webhook)).isEmpty();
        assertThat(hooks.send(OK)).isEmpty();
        assertThat(workerOf(hooks.contacts4j()).webhookQueue().organizations())
                .as("nothing is due while the first waits")
                .doesNotContain(hooks.home().id());
        hooks.clock().pass(Duration.ofSeconds(12));
        assertThat(workerOf(hooks.contacts4j()).webhookQueue().organizations())
                .contains(hooks.home().id());
        assertThat(hooks.send(OK))
                .containsExactly("Ada contact.created", "Ada L contact.updated", "Ada K contact.updated");
    }

    @Test
    default void handsOutContactsInTheOrderTheyBecameDue() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        List<String> all = IntStream.range(0, 9).mapToObj(i -> "Name " + i).toList();
        all.forEach(name -> {
            hooks.contact(name);
            hooks.clock().pass(Duration.ofMillis(5));
        });
        assertThat(hooks.due(webhook))
                .containsExactlyElementsOf(
                        all.stream().map(name -> name + " contact.created").toList());
    }

    @Test
    default void sendsNothingToAPausedWebhookAndEverythingWhenItGoesOn() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        activate(hooks, webhook, false);
        hooks.contact("Ada");
        assertThat(hooks.send(OK)).isEmpty();
        activate(hooks, webhook, true);
        assertThat(hooks.send(OK)).containsExactly("Ada contact.created");
    }

    @Test
    default void disablesAWebhookWhoseReceiverIsGone() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        hooks.contact("Ada");
        assertThat(hooks.send(message -> answer(410))).isEmpty();
        assertThat(hooks.get(webhook).state()).isEqualTo(WebhookState.DISABLED);
        assertThat(hooks.get(webhook).disabledReason()).contains("410");
        hooks.clock().pass(Duration.ofMinutes(2));
        assertThat(hooks.send(OK)).isEmpty();
        activate(hooks, webhook, true);
        assertThat(hooks.send(OK)).containsExactly("Ada contact.created");
    }

    @Test
    default void disablesAWebhookAfterFiveDaysOfFailures() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        hooks.contact("Ada");
        hooks.send(message -> answer(503));
        hooks.clock().pass(Duration.ofDays(5).minusMinutes(1));
        hooks.contact("Bo");
        hooks.send(message -> answer(503));
        assertThat(hooks.get(webhook).isActive()).isTrue();
        hooks.clock().pass(Duration.ofMinutes(2));
        hooks.send(message -> answer(503));
        assertThat(hooks.get(webhook).isActive()).isFalse();
        assertThat(hooks.get(webhook).disabledReason()).contains("five days", "503");
        assertThat(hooks.deliveries(webhook))
                .extracting(Delivery::state)
                .containsExactlyInAnyOrder(DeliveryState.FAILED, DeliveryState.PENDING);
    }

    @Test
    default void redeliversOneMessageUnderItsOldId() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Caller admin = hooks.home().admin();
        Webhook webhook = hooks.webhook();
        hooks.contact("Ada");
        hooks.send(OK);
        Delivery delivered = hooks.deliveries(webhook).get(0);
        hooks.contacts4j().webhooks().redeliver(admin, webhook.id(), delivered.id());
        assertThat(hooks.send(OK)).containsExactly("Ada contact.created");
        assertThat(hooks.deliveries(webhook)).extracting(Delivery::id).containsExactly(delivered.id());
        assertThatThrownBy(() -> hooks.contacts4j()
                        .webhooks()
                        .redeliver(admin, hooks.webhook().id(), delivered.id()))
                .isInstanceOf(ContactsFailure.NotFound.class);
        assertThatThrownBy(() ->
                        hooks.contacts4j().webhooks().redeliver(admin, webhook.id(), DeliveryId.parse("nonsense")))
                .isInstanceOf(ContactsFailure.NotFound.class);
    }

    @Test
    default void redeliversEverythingSinceATime() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Caller admin = hooks.home().admin();
        Webhook webhook = hooks.webhook();
        hooks.contact("Ada");
        hooks.clock().pass(Duration.ofMinutes(1));
        hooks.contact("Bo");
        hooks.clock().pass(Duration.ofMinutes(1));
        hooks.send(OK);
        hooks.contact("Cy");
        hooks.clock().pass(Duration.ofMinutes(1));
        var since = hooks.clock().instant().minus(Duration.ofMinutes(2));
        assertThat(hooks.contacts4j().webhooks().redeliver(admin, webhook.id(), since, DeliveryState.FAILED))
                .isZero();
        assertThat(hooks.contacts4j().webhooks().redeliver(admin, webhook.id(), since, null))
                .isEqualTo(1);
        assertThat(hooks.send(OK)).containsExactlyInAnyOrder("Bo contact.created", "Cy contact.created");
    }

    @Test
    default void sendsATestBeforeAnythingElseIsDone() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        Delivery test = hooks.contacts4j().webhooks().test(hooks.home().admin(), webhook.id());
        assertThat(hooks.send(OK)).containsExactly("nobody webhook.test");
        assertThat(hooks.contacts4j()
                        .webhooks()
                        .delivery(hooks.home().admin(), webhook.id(), test.id())
                        .state())
                .isEqualTo(DeliveryState.DELIVERED);
    }

    private static void activate(WebhookFixture hooks, Webhook webhook, boolean active) {
        hooks.contacts4j()
                .webhooks()
                .update(hooks.home().admin(), webhook.id(), Patch.of(WebhookField.ACTIVE, active), Precondition.none());
    }

    private static Optional<WebhookLease> claim(WebhookFixture hooks) {
        return workerOf(hooks.contacts4j()).deliveries().claim(hooks.home().id(), LEASE);
    }

    private static boolean holds(WebhookFixture hooks, WebhookLease claim) {
        return workerOf(hooks.contacts4j())
                .deliveries()
                .record(hooks.home().id(), claim, List.of(), RetrySchedule.DEFAULT, LEASE)
                .isPresent();
    }
}
