package org.contacts4j.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.DeliveryId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final MemberId ADA = new MemberId("ada");
    private static final SigningSecret SECRET = SigningSecret.of(new byte[SigningSecret.BYTES]);
    private static final Patch<Webhook> FIELDS = Patch.of(WebhookField.URL, "https://example.org/hooks");

    /** The example from the Standard Webhooks specification. */
    @Test
    void signsAsTheSpecificationDoes() {
        SigningSecret secret = new SigningSecret("whsec_plJ3nmyCDGBKInavdOK15jsl");
        byte[] body = "{\"event_type\":\"ping\",\"data\":{\"success\":true}}".getBytes(StandardCharsets.UTF_8);
        assertThat(secret.sign("msg_loFOjxBNrRLzqYUf", 1_731_705_121, body))
                .isEqualTo("v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=");
    }

    @Test
    void signsWithBothSecretsForADay() {
        Webhook rotated = webhook(FIELDS).rotatedTo(SigningSecret.of(new byte[] {1, 2, 3}), ADA, NOW);
        SigningSecrets secrets = rotated.secrets();
        byte[] body = {1};
        long second = NOW.getEpochSecond();
        assertThat(secrets.sign("id", NOW, body))
                .isEqualTo(secrets.current().sign("id", second, body) + " " + SECRET.sign("id", second, body));
        Instant later = NOW.plus(Duration.ofDays(1));
        assertThat(secrets.sign("id", later, body))
                .isEqualTo(secrets.current().sign("id", later.getEpochSecond(), body));
        assertThat(rotated.revision().version()).isEqualTo(2);
    }

    @Test
    void keepsSecretsOutOfLogs() {
        assertThat(webhook(FIELDS).toString()).doesNotContain(SECRET.text());
    }

    @Test
    void isToldOfEverythingUnlessItSaysOfWhat() {
        assertThat(webhook(FIELDS).events()).isEqualTo(WebhookEvent.SUBSCRIBABLE);
        Patch<Webhook> some =
                FIELDS.set(WebhookField.EVENTS, List.of("contact.deleted", " contact.created ", "contact.deleted"));
        assertThat(webhook(some).events()).containsExactly(WebhookEvent.CONTACT_CREATED, WebhookEvent.CONTACT_DELETED);
        assertThat(webhook(some)
                        .apply(Patch.<Webhook>empty().clear(WebhookField.EVENTS), ADA, NOW)
                        .events())
                .isEqualTo(WebhookEvent.SUBSCRIBABLE);
    }

    @Test
    void namesEveryFault() {
        Patch<Webhook> wrong = Patch.of(WebhookField.URL, "ftp://example.org")
                .set(WebhookField.EVENTS, List.of("contact.created", "contact.lost", "webhook.test"))
                .set(WebhookField.DESCRIPTION, "x".repeat(256));
        assertThat(faults(wrong)).containsExactly("url", "description", "events[1]", "events[2]");
        assertThat(faults(Patch.empty())).containsExactly("url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTP://example.org:8443/a/b?c=d&e=%20",
                "https://xn--bcher-kva.example/",
                "http://localhost:9000/",
                "http://10.0.0.1/",
                "http://[2001:db8::1]:80/",
                "https://a-b.c0.example."
            })
    void takesUrlsThatAllProgramsReadAlike(String url) {
        assertThat(webhook(Patch.of(WebhookField.URL, url)).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "//example.org",
                "https://",
                "https:///path",
                "https://user@example.org",
                "https://user:secret@example.org",
                "https://example.org/#here",
                "https://exa mple.org",
                "https://example.org:0",
                "https://example.org:65536",
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://127.0.0.0x1/",
                "https://127.0.0.1./",
                "https://256.0.0.1/",
                "https://[fe80::1%25eth0]/",
                "https://bücher.example/",
                "https://a_b.example/",
                "https://-a.example/",
                "file:///etc/passwd",
                "gopher://example.org"
            })
    void refusesUrlsThatProgramsReadDifferently(String url) {
        assertThat(faults(Patch.of(WebhookField.URL, url))).containsExactly("url");
    }

    @Test
    void isPausedAndEnabledAgain() {
        Webhook paused = webhook(FIELDS).apply(Patch.of(WebhookField.ACTIVE, false), ADA, NOW);
        assertThat(paused.state()).isEqualTo(WebhookState.PAUSED);
        assertThat(paused.apply(Patch.of(WebhookField.ACTIVE, true), ADA, NOW).state())
                .isEqualTo(WebhookState.ENABLED);
    }

    @Test
    void isDisabledWhenItsReceiverIsGone() {
        Webhook gone = webhook(FIELDS).after(failure(NOW, 410));
        assertThat(gone.state()).isEqualTo(WebhookState.DISABLED);
        assertThat(gone.disabledReason()).contains("410");
        assertThat(gone.revision().version()).isEqualTo(2);
        assertThat(gone.apply(Patch.of(WebhookField.ACTIVE, false), ADA, NOW)).isEqualTo(gone);
        Webhook back = gone.apply(Patch.of(WebhookField.ACTIVE, true), ADA, NOW);
        assertThat(back.isActive()).isTrue();
        assertThat(back.disabledReason()).isNull();
    }

    @Test
    void isDisabledAfterFiveDaysOfFailures() {
        Webhook failing = webhook(FIELDS).after(failure(NOW, 503));
        Instant end = NOW.plus(Duration.ofDays(5));
        assertThat(failing.after(failure(end.minusSeconds(1), 503)).isActive()).isTrue();
        Webhook disabled = failing.after(failure(end, null));
        assertThat(disabled.state()).isEqualTo(WebhookState.DISABLED);
        assertThat(disabled.disabledReason()).contains("five days", "timeout");
        assertThat(failing.after(success(end)).after(failure(end, 503)).isActive())
                .isTrue();
        assertThat(failing.revision()).isEqualTo(webhook(FIELDS).revision());
    }

    @Test
    void triesAMessageForFiveDays() {
        Delivery delivery = delivery();
        Instant at = NOW;
        int attempts = 0;
        while (delivery.state() == DeliveryState.PENDING) {
            delivery = delivery.after(failure(at, 500), RetrySchedule.DEFAULT, 0);
            attempts++;
            @Nullable Instant next = delivery.nextAttemptAt();
            if (next != null) {
                at = next;
            }
        }
        assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(attempts).isEqualTo(11);
        assertThat(Duration.between(NOW, at)).isBetween(Duration.ofDays(4), Duration.ofDays(5));
        Delivery again = delivery.again(at);
        assertThat(again.attempts()).isZero();
        assertThat(again.nextAttemptAt()).isEqualTo(at);
        assertThat(again.after(success(at), RetrySchedule.DEFAULT, 0).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void waitsUpToATenthLongerThanTheScheduleSays() {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(10), Duration.ofSeconds(60)));
        assertThat(schedule.waitAfter(1, 0, null)).isEqualTo(Duration.ofSeconds(10));
        assertThat(schedule.waitAfter(1, 1, null)).isEqualTo(Duration.ofSeconds(11));
        assertThat(schedule.waitAfter(2, 0, null)).isEqualTo(Duration.ofSeconds(60));
        assertThat(schedule.waitAfter(9, 0, null)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void waitsForAsLongAsTheReceiverWishesWithinReason() {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(10)));
        assertThat(schedule.waitAfter(1, 0, Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(10));
        assertThat(schedule.waitAfter(1, 0, Duration.ofSeconds(50))).isEqualTo(Duration.ofSeconds(50));
        assertThat(schedule.waitAfter(1, 0, Duration.ofDays(50))).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void putsWhatIsToldOfOneVersionInOrder() {
        List<WebhookEvent> inOrder = List.of(
                WebhookEvent.CONTACT_UPDATED,
                WebhookEvent.CONTACT_STATUS_CHANGED,
                WebhookEvent.CONTACT_PRIMARY_SET,
                WebhookEvent.CONTACT_DELETED);
        Stream<Long> places = Stream.concat(
                inOrder.stream().map(event -> event.sequenceAt(7)),
                Stream.of(WebhookEvent.CONTACT_UPDATED.sequenceAt(8)));
        assertThat(places).isSorted().doesNotHaveDuplicates();
    }

    private static Webhook webhook(Patch<Webhook> fields) {
        return Webhook.create(new WebhookId(new UUID(0, 1)), SECRET, fields, ADA, NOW);
    }

    private static List<String> faults(Patch<Webhook> fields) {
        List<Fault> faults = new ArrayList<>();
        assertThatThrownBy(() -> webhook(fields))
                .isInstanceOfSatisfying(ContactsFailure.Invalid.class, invalid -> faults.addAll(invalid.faults()));
        return faults.stream().map(Fault::field).toList();
    }

    private static Delivery delivery() {
        UUID id = new UUID(0, 2);
        return Delivery.of(
                new DeliveryId(id), new WebhookId(id), WebhookEvent.CONTACT_CREATED, new ContactId(id), id, 4, NOW);
    }

    private static Attempt success(Instant at) {
        return new Attempt(at, Duration.ofMillis(20), 204, null, null);
    }

    private static Attempt failure(Instant at, @Nullable Integer status) {
        DeliveryError error = status == null ? DeliveryError.TIMEOUT : DeliveryError.STATUS;
        return new Attempt(at, Duration.ofMillis(20), status, error, null);
    }
}
