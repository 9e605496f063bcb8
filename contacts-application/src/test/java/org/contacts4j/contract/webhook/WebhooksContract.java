package org.contacts4j.contract.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.application.WorkerContexts.workerOf;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.contact.NewContact;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.DeliveryState;
import org.contacts4j.domain.webhook.SigningSecret;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.domain.webhook.WebhookField;
import org.junit.jupiter.api.Test;

/** Contract tests of webhook administration, and of the deliveries that contact changes create. */
public interface WebhooksContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void givesBackAWebhookWithEveryFieldSetAndOneWithNone() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Caller admin = hooks.home().admin();
        Webhook bare = hooks.webhook();
        Webhook complete = hooks.contacts4j()
                .webhooks()
                .create(
                        admin,
                        Patch.of(WebhookField.URL, "https://example.org/?q='%20'")
                                .set(WebhookField.DESCRIPTION, "O'Brien \\ 100% 😀")
                                .set(WebhookField.EVENTS, List.of("contact.deleted"))
                                .set(WebhookField.ACTIVE, false));
        Webhook rotated = hooks.contacts4j().webhooks().rotateSecret(admin, complete.id());
        assertThat(rotated.secrets().previous()).isEqualTo(complete.secrets().current());
        assertThat(hooks.contacts4j().webhooks().list(admin)).containsExactlyInAnyOrder(bare, rotated);
        assertThat(hooks.get(bare)).isEqualTo(bare);
        assertThat(hooks.get(rotated)).isEqualTo(rotated);
    }

    @Test
    default void makesEachSecretOfItsOwnRandomness() {
        WebhookFixture hooks = WebhookFixture.in(store());
        SigningSecret one = hooks.webhook().secrets().current();
        SigningSecret other = hooks.webhook().secrets().current();
        assertThat(one.text()).startsWith("whsec_").hasSize(50).isNotEqualTo(other.text());
    }

    @Test
    default void changesAWebhookAtTheVersionItWasReadAt() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook before = hooks.webhook();
        Webhook after = hooks.contacts4j()
                .webhooks()
                .update(
                        hooks.home().admin(),
                        before.id(),
                        Patch.of(WebhookField.URL, "https://example.org/new"),
                        Precondition.version(1));
        assertThat(hooks.get(before)).isEqualTo(after);
        assertThat(after.revision().version()).isEqualTo(2);
        assertThatThrownBy(() -> hooks.contacts4j()
                        .webhooks()
                        .remove(hooks.home().admin(), before.id(), Precondition.version(1)))
                .isInstanceOf(ContactsFailure.Stale.class);
        hooks.contacts4j().webhooks().remove(hooks.home().admin(), before.id(), Precondition.version(2));
        assertThatThrownBy(() -> hooks.get(before)).isInstanceOf(ContactsFailure.NotFound.class);
    }

    @Test
    default void isForAdministratorsWhoSeeEverything() {
        WebhookFixture hooks = WebhookFixture.in(store());
        WebhookId id = hooks.webhook().id();
        List<Caller> others =
                List.of(hooks.home().ada(), hooks.home().viewer(), hooks.home().restrictedAdmin());
        for (Caller other : others) {
            assertThatThrownBy(() -> hooks.contacts4j().webhooks().list(other))
                    .isInstanceOf(ContactsFailure.Forbidden.class);
            assertThatThrownBy(() -> hooks.contacts4j().webhooks().get(other, id))
                    .isInstanceOf(ContactsFailure.Forbidden.class);
            assertThatThrownBy(() -> hooks.contacts4j().webhooks().test(other, id))
                    .isInstanceOf(ContactsFailure.Forbidden.class);
        }
        Caller outsider = TestOrganization.in(store()).admin();
        assertThat(hooks.contacts4j().webhooks().list(outsider)).isEmpty();
        assertThatThrownBy(() -> hooks.contacts4j().webhooks().get(outsider, id))
                .isInstanceOf(ContactsFailure.NotFound.class);
        assertThatThrownBy(() -> hooks.contacts4j().webhooks().rotateSecret(outsider, id))
                .isInstanceOf(ContactsFailure.NotFound.class);
    }

    @Test
    default void refusesOneWebhookTooMany() {
        WebhookFixture hooks = WebhookFixture.in(store());
        IntStream.range(0, Webhook.MAX_WEBHOOKS).forEach(i -> hooks.webhook());
        assertThatThrownBy(hooks::webhook).isInstanceOf(ContactsFailure.Invalid.class);
    }

    @Test
    default void leavesAMessageForEachChangeOfAContact() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        Company acme = hooks.home().keep(aCompany());
        Contact ada = hooks.contacts4j()
                .contacts()
                .create(hooks.home().ada(), Patch.of(ContactField.NAME, "Ada").set(ContactField.COMPANY, acme.id()));
        Patch<Contact> archive = Patch.of(ContactField.STATUS, ContactStatus.ARCHIVED);
        hooks.contacts4j().contacts().update(hooks.home().ada(), ada.id(), archive, Precondition.none());
        hooks.contacts4j().contacts().setPrimary(hooks.home().ada(), ada.id(), acme.id());
        hooks.contacts4j().contacts().remove(hooks.home().ada(), ada.id(), Precondition.none());
        assertThat(hooks.due(webhook))
                .containsExactly(
                        "Ada contact.created",
                        "Ada contact.updated",
                        "Ada contact.status_changed",
                        "Ada contact.primary_set",
                        "Ada contact.deleted");
    }

    @Test
    default void leavesMessagesFromTheMomentAWebhookIsThere() {
        WebhookFixture hooks = WebhookFixture.in(store());
        hooks.contact("Ada");
        Contact bo = hooks.contact("Bo");
        Webhook webhook = hooks.elsewhere().webhook();
        hooks.contact("Cy");
        hooks.rename(bo, "Bob");
        assertThat(hooks.due(webhook)).containsExactlyInAnyOrder("Cy contact.created", "Bob contact.updated");
    }

    @Test
    default void leavesMessagesForThoseWhoWantThem() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook ofDeletions = hooks.webhook("contact.deleted");
        Webhook paused = hooks.webhook("contact.created");
        hooks.contacts4j()
                .webhooks()
                .update(hooks.home().admin(), paused.id(), Patch.of(WebhookField.ACTIVE, false), Precondition.none());
        WebhookFixture abroad = WebhookFixture.in(store());
        Webhook foreign = abroad.webhook();
        hooks.contact("Ada");
        assertThat(hooks.due(ofDeletions)).isEmpty();
        assertThat(hooks.due(paused)).containsExactly("Ada contact.created");
        assertThat(abroad.due(foreign)).isEmpty();
        assertThat(hooks.deliveries(paused).get(0).state()).isEqualTo(DeliveryState.PENDING);
    }

    @Test
    default void leavesMessagesForManyContactsAtOnce() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        Webhook ofDeletions = hooks.webhook("contact.deleted");
        List<NewContact> many = IntStream.range(0, 30)
                .mapToObj(i -> aContact().named("Name " + i).in(hooks.home().id()))
                .map(contact -> NewContact.of(contact, UUID.randomUUID()))
                .toList();
        hooks.home().write(tx -> tx.contacts().insertAll(hooks.home().id(), many));
        assertThat(hooks.deliveries(webhook))
                .extracting(Delivery::cause)
                .containsExactlyInAnyOrderElementsOf(
                        many.stream().map(creation -> creation.event().id()).toList());
        assertThat(hooks.deliveries(ofDeletions)).isEmpty();
    }

    @Test
    default void leavesNothingOfAChangeThatWasRolledBack() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        assertThatThrownBy(() -> hooks.home().write(tx -> {
                    TestOrganization.insert(tx, aContact().in(hooks.home().id()));
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");
        assertThat(hooks.deliveries(webhook)).isEmpty();
    }

    @Test
    default void listsMessagesByStateAndPageByPage() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook("contact.created");
        for (String name : List.of("Ada", "Bo", "Cy")) {
            hooks.contact(name);
            hooks.clock().pass(Duration.ofSeconds(1));
        }
        hooks.send(message -> WebhookFixture.answer(WebhookFixture.text(message).startsWith("Bo") ? 500 : 200));
        assertThat(WebhookPages.of(hooks, webhook, null, 2))
                .containsExactly("delivered 200", "pending 500", "delivered 200");
        assertThat(WebhookPages.of(hooks, webhook, DeliveryState.DELIVERED, 1))
                .containsExactly("delivered 200", "delivered 200");
        assertThat(WebhookPages.of(hooks, webhook, DeliveryState.FAILED, 1)).isEmpty();
    }

    @Test
    default void forgetsMessagesAfterThirtyDays() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        hooks.contact("Ada");
        hooks.clock().pass(Duration.ofDays(30));
        hooks.contact("Bo");
        assertThat(workerOf(hooks.contacts4j()).webhookQueue().organizationsToPurge())
                .doesNotContain(hooks.home().id());
        hooks.clock().pass(Duration.ofSeconds(1));
        assertThat(workerOf(hooks.contacts4j()).webhookQueue().organizationsToPurge())
                .contains(hooks.home().id());
        workerOf(hooks.contacts4j()).deliveries().purge(hooks.home().id());
        assertThat(hooks.due(webhook)).containsExactly("Bo contact.created");
        assertThat(workerOf(hooks.contacts4j()).webhookQueue().organizationsToPurge())
                .doesNotContain(hooks.home().id());
    }
}
