package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.contacts4j.webhooks.TestReceiver;
import org.contacts4j.webhooks.TestReceiver.Received;
import org.junit.jupiter.api.Test;

/** Tests of webhook deliveries with a running receiver. */
interface WebhookSuite extends ApiUnderTest {

    @Test
    default void tellsOfEveryChangeInOrderAndSigned() {
        try (TestReceiver receiver = new TestReceiver()) {
            ApiClient admin = api().newAdmin();
            String secret = webhook(admin, receiver).text("secret");
            String company = admin.post("companies", "{\"name\": \"Acme\"}").text("id");
            String ada = "contacts/"
                    + admin.post("contacts", "{\"name\": \"Ada\", \"parentEntityId\": \"" + company + "\"}")
                            .text("id");
            admin.patch(ada, "{\"email\": \"ada@example.org\", \"status\": \"archived\"}");
            admin.post(ada + "/set-primary/" + company, "{}");
            admin.delete(ada);
            List<String> events = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Received message = receiver.next();
                message.mustBeSignedWith(secret);
                events.add(body(message).text("event"));
            }
            assertThat(events)
                    .containsExactly(
                            "contact.created",
                            "contact.updated",
                            "contact.status_changed",
                            "contact.primary_set",
                            "contact.deleted");
        }
    }

    @Test
    default void saysWhatHappenedToWhom() {
        try (TestReceiver receiver = new TestReceiver()) {
            ApiClient admin = api().newAdmin();
            webhook(admin, receiver);
            Reply ada = admin.post("contacts", "{\"name\": \"Ada 😀\", \"email\": \"ada@example.org\"}");
            Reply created = body(receiver.next());
            assertThat(created.text("timestamp")).isEqualTo(ada.text("createdAt"));
            assertThat(created.text("data.id")).isEqualTo(ada.text("id"));
            assertThat(created.text("data.organizationId")).isEqualTo(ada.text("organizationId"));
            assertThat(created.text("data.name")).isEqualTo("Ada 😀");
            assertThat(created.text("data.email")).isEqualTo("ada@example.org");
            assertThat(created.at("data.parentEntityId").isNull()).isTrue();
            assertThat(created.text("data.status")).isEqualTo("active");
            assertThat(created.text("data.changedBy")).isEqualTo("ada");
            admin.patch("contacts/" + ada.text("id"), "{\"status\": \"inactive\"}");
            Reply updated = body(receiver.next());
            assertThat(updated.at("data.changedFields").toString()).isEqualTo("[\"status\"]");
            assertThat(updated.at("data.previousStatus").isNull()).isTrue();
            assertThat(updated.text("data.version")).isEqualTo("2");
            Reply statusChanged = body(receiver.next());
            assertThat(statusChanged.text("data.status")).isEqualTo("inactive");
            assertThat(statusChanged.text("data.previousStatus")).isEqualTo("active");
        }
    }

    @Test
    default void triesAgainUnderTheSameIdUntilItIsTaken() {
        try (TestReceiver receiver = new TestReceiver();
                TestReceiver elsewhere = new TestReceiver()) {
            receiver.answering(500)
                    .answering(302, Map.of("Location", elsewhere.url()))
                    .answering(429);
            ApiClient admin = api().newAdmin();
            String webhook = webhook(admin, receiver).text("id");
            String ada = admin.post("contacts", "{\"name\": \"Ada\"}").text("id");
            admin.patch("contacts/" + ada, "{\"name\": \"Ada L\"}");
            Received first = receiver.next();
            for (int retry = 1; retry <= 3; retry++) {
                Received again = receiver.next();
                assertThat(again.header("webhook-id")).isEqualTo(first.header("webhook-id"));
                assertThat(again.body()).isEqualTo(first.body());
            }
            assertThat(body(receiver.next()).text("event")).isEqualTo("contact.updated");
            Reply delivery = await(admin, webhook, first.header("webhook-id"), is("delivered"));
            assertThat(delivery.at("attempts").asInt()).isEqualTo(4);
            assertThat(delivery.at("status").asInt()).isEqualTo(204);
            assertThat(delivery.at("nextAttemptAt").isNull()).isTrue();
            assertThat(elsewhere.rest()).isEmpty();
        }
    }

    @Test
    default void waitsAsLongAsTheReceiverWishes() {
        try (TestReceiver receiver = new TestReceiver()) {
            receiver.answering(503, Map.of("Retry-After", "120"));
            ApiClient admin = api().newAdmin();
            String webhook = webhook(admin, receiver).text("id");
            String test = admin.post("webhooks/" + webhook + "/test", "").text("id");
            Reply delivery =
                    await(admin, webhook, test, reply -> reply.at("attempts").asInt() == 1);
            assertThat(delivery.text("state")).isEqualTo("pending");
            assertThat(delivery.text("error")).isEqualTo("status");
            assertThat(Duration.between(
                            Instant.parse(delivery.text("lastAttemptAt")),
                            Instant.parse(delivery.text("nextAttemptAt"))))
                    .isBetween(Duration.ofSeconds(118), Duration.ofSeconds(122));
        }
    }

    @Test
    default void signsWithBothSecretsAfterARotation() {
        try (TestReceiver receiver = new TestReceiver()) {
            ApiClient admin = api().newAdmin();
            Reply webhook = webhook(admin, receiver);
            String next = admin.post("webhooks/" + webhook.text("id") + "/rotate-secret", "")
                    .text("secret");
            admin.post("webhooks/" + webhook.text("id") + "/test", "");
            Received message = receiver.next();
            message.mustBeSignedWith(webhook.text("secret"));
            message.mustBeSignedWith(next);
            assertThat(body(message).text("event")).isEqualTo("webhook.test");
        }
    }

    @Test
    default void stopsForAReceiverThatIsGoneAndSaysWhy() {
        try (TestReceiver receiver = new TestReceiver()) {
            receiver.answering(410);
            ApiClient admin = api().newAdmin();
            String webhook = webhook(admin, receiver).text("id");
            admin.post("contacts", "{\"name\": \"Ada\"}");
            receiver.next();
            Reply disabled = await(
                    admin, "webhooks/" + webhook, reply -> reply.text("state").equals("disabled"));
            assertThat(disabled.at("active").asBoolean()).isFalse();
            assertThat(disabled.text("disabledReason")).contains("410");
            Reply resumed = admin.patch("webhooks/" + webhook, "{\"active\": true}");
            assertThat(resumed.at("disabledReason").isNull()).isTrue();
            assertThat(body(receiver.next()).text("event")).isEqualTo("contact.created");
        }
    }

    @Test
    default void sendsAgainWhatIsAskedFor() {
        try (TestReceiver receiver = new TestReceiver()) {
            ApiClient admin = api().newAdmin();
            String webhook = webhook(admin, receiver).text("id");
            admin.post("contacts", "{\"name\": \"Ada\"}");
            Received first = receiver.next();
            String id = first.header("webhook-id");
            await(admin, webhook, id, is("delivered"));
            admin.post("webhooks/" + webhook + "/deliveries/" + id + "/redeliver", "");
            assertThat(receiver.next().header("webhook-id")).isEqualTo(id);
            await(admin, webhook, id, is("delivered"));
            Reply again = admin.post("webhooks/" + webhook + "/deliveries/redeliver", """
                    {"since": "2020-01-01T00:00:00Z", "state": "delivered"}
                    """);
            assertThat(again.at("count").asInt()).isEqualTo(1);
            assertThat(receiver.next().body()).isEqualTo(first.body());
        }
    }

    @Test
    default void aReceiverThatHangsDelaysNobodyElse() {
        try (TestReceiver hanging = new TestReceiver().hanging();
                TestReceiver other = new TestReceiver()) {
            ApiClient admin = api().newAdmin();
            String webhook = webhook(admin, hanging).text("id");
            webhook(admin, other);
            for (int i = 0; i < 30; i++) {
                admin.post("contacts", "{\"name\": \"Before " + i + "\"}");
                other.next();
            }
            hanging.next();
            Instant start = Instant.now();
            admin.post("contacts", "{\"name\": \"Ada\"}");
            assertThat(body(other.next()).text("data.name")).isEqualTo("Ada");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
            Reply failed = await(
                    admin,
                    "webhooks/" + webhook + "/deliveries",
                    reply -> reply.body().contains("\"timeout\""));
            assertThat(failed.status()).isEqualTo(200);
        }
    }

    private static Reply webhook(ApiClient admin, TestReceiver receiver) {
        Reply reply = admin.post("webhooks", "{\"url\": \"" + receiver.url() + "\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private static Reply body(Received message) {
        return new Reply(200, message.headers(), message.body());
    }

    private static Predicate<Reply> is(String state) {
        return reply -> reply.text("state").equals(state);
    }

    private static Reply await(ApiClient admin, String webhook, String delivery, Predicate<Reply> wanted) {
        return await(admin, "webhooks/" + webhook + "/deliveries/" + delivery, wanted);
    }

    /** Polls until the response matches. */
    private static Reply await(ApiClient admin, String path, Predicate<Reply> wanted) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> admin.get(path), wanted);
    }
}
