package org.contacts4j.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Workers;
import org.contacts4j.application.background.TaskStatus;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.network.Network;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.webhook.RetrySchedule;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.domain.webhook.WebhookField;
import org.contacts4j.inmemory.InMemoryStore;
import org.contacts4j.webhooks.TestReceiver.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that an application without the HTTP server delivers webhooks. */
class WebhookSenderTest {

    private static final Caller ADMIN =
            new Caller(new OrganizationId("acme"), new MemberId("ada"), Role.ADMIN, DataScope.ALL);

    private static final WebhookSettings SETTINGS = new WebhookSettings(
            List.of(Network.of("127.0.0.0/8")),
            new RetrySchedule(List.of(Duration.ofMillis(100))),
            Duration.ofSeconds(2));

    private final Contacts4J contacts4j =
            Contacts4J.builder(new InMemoryStore()).build();
    private final Workers workers =
            Workers.of(contacts4j, WebhookSender.worker(SETTINGS)).start();

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void deliversTheChangesOfAContactInOrderAndSigned() {
        try (TestReceiver receiver = new TestReceiver()) {
            Webhook webhook = contacts4j.webhooks().create(ADMIN, Patch.of(WebhookField.URL, receiver.url()));
            Contact ada = contacts4j.contacts().create(ADMIN, Patch.of(ContactField.NAME, "Ada Lovelace"));
            contacts4j.contacts().remove(ADMIN, ada.id(), Precondition.none());
            Received created = receiver.next();
            created.mustBeSignedWith(webhook.secrets().current().text());
            assertThat(created.body())
                    .startsWith("{\"event\":\"contact.created\"")
                    .contains("\"id\":\"" + ada.id() + "\"", "\"name\":\"Ada Lovelace\"");
            assertThat(receiver.next().body()).startsWith("{\"event\":\"contact.deleted\"");
        }
    }

    @Test
    void sendsAgainAfterAFailure() {
        try (TestReceiver receiver = new TestReceiver().answering(500)) {
            contacts4j.webhooks().create(ADMIN, Patch.of(WebhookField.URL, receiver.url()));
            contacts4j.contacts().create(ADMIN, Patch.of(ContactField.NAME, "Ada Lovelace"));
            Received first = receiver.next();
            assertThat(receiver.next().header("webhook-id")).isNotEmpty().isEqualTo(first.header("webhook-id"));
        }
    }

    @Test
    void listsItsTasks() {
        assertThat(workers.statuses()).extracting(TaskStatus::name).containsExactly("webhooks", "webhook-cleanup");
    }

    @Test
    void needsNoHttpServerOnTheClassPath() {
        assertThatThrownBy(() -> Class.forName("io.javalin.Javalin")).isInstanceOf(ClassNotFoundException.class);
    }
}
