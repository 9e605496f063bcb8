package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios for the administration of webhooks. {@link WebhookSuite} tests deliveries. */
final class WebhookScenarios {

    private static final String NOWHERE = "11111111-1111-7111-8111-111111111111";

    private WebhookScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                showsTheSecretOnce(),
                changesAtTheVersionThatWasRead(),
                reportsAllFaults(),
                refusesUrlsThatAreReadDifferently(),
                keepsMessagesForAPausedWebhook(),
                pagesThroughMessages(),
                refusesWhatIsNoStateCursorOrTime(),
                knowsNothingOfOtherIds());
    }

    private static Scenario paused(String name) {
        return scenario(name)
                .post("webhooks", "{\"url\": \"https://example.org/hooks\", \"active\": false}")
                .makes("webhook")
                .keep("secret", "secret");
    }

    private static Scenario showsTheSecretOnce() {
        return paused("shows a secret once, when it is made")
                .with("url", "https://example.org/hooks")
                .with("active", "false")
                .with("state", "paused")
                .with("disabledReason", null)
                .with("previousSecretUntil", null)
                .with("events[4]", "contact.deleted")
                .withHeader("Location", "/api/v1/webhooks/{webhook}")
                .get("webhooks/{webhook}")
                .with("secret", null)
                .get("webhooks")
                .with("data[0].id", "{webhook}")
                .with("data[0].secret", null)
                .patch("webhooks/{webhook}", "{\"secret\": \"whsec_mine\", \"description\": \"CRM\"}")
                .with("description", "CRM")
                .with("secret", null)
                .post("webhooks/{webhook}/rotate-secret", "")
                .keep("secret", "next")
                .keep("previousSecretUntil", "until")
                .get("webhooks/{webhook}")
                .with("secret", null)
                .with("previousSecretUntil", "{until}")
                .with("version", "3");
    }

    private static Scenario changesAtTheVersionThatWasRead() {
        return paused("changes a webhook at the version that was read")
                .withHeader("ETag", "\"1\"")
                .get("webhooks/{webhook}")
                .sending("If-None-Match", "\"1\"")
                .answers(304)
                .patch("webhooks/{webhook}", "{\"events\": [\"contact.deleted\", \"contact.created\"]}")
                .sending("If-Match", "\"1\"")
                .with("events", "[\"contact.created\",\"contact.deleted\"]")
                .withHeader("ETag", "\"2\"")
                .patch("webhooks/{webhook}", "{\"url\": \"https://example.org/2\"}")
                .sending("If-Match", "\"1\"")
                .answers(412)
                .patch("webhooks/{webhook}", "{\"events\": null}")
                .with("events[1]", "contact.updated")
                .delete("webhooks/{webhook}")
                .sending("If-Match", "\"1\"")
                .answers(412)
                .delete("webhooks/{webhook}")
                .sending("If-Match", "\"3\"")
                .answers(204)
                .get("webhooks/{webhook}")
                .answers(404)
                .with("error", "NOT_FOUND")
                .get("webhooks")
                .with("data", "[]");
    }

    private static Scenario reportsAllFaults() {
        return scenario("reports all faults of a webhook together")
                .post("webhooks", "{\"url\": 7, \"events\": [\"contact.lost\", 8], \"active\": \"yes\"}")
                .answers(400)
                .faulting("url", "events[1]", "active")
                .post("webhooks", "{\"events\": [\"contact.lost\", \"webhook.test\"]}")
                .answers(400)
                .faulting("url", "events[0]", "events[1]");
    }

    private static Scenario refusesUrlsThatAreReadDifferently() {
        Scenario scenario = scenario("refuses URLs that different programs read differently");
        for (String url : List.of("ftp://example.org", "https://0177.0.0.1", "https://user@example.org", "https://1")) {
            scenario = scenario.post("webhooks", "{\"url\": \"" + url + "\"}")
                    .answers(400)
                    .faulting("url");
        }
        return scenario;
    }

    private static Scenario keepsMessagesForAPausedWebhook() {
        return paused("keeps messages for a webhook that is paused")
                .post("contacts", "{\"name\": \"Ada\"}")
                .makes("ada")
                .get("webhooks/{webhook}/deliveries")
                .with("data[0].event", "contact.created")
                .with("data[0].contactId", "{ada}")
                .with("data[0].webhookId", "{webhook}")
                .with("data[0].state", "pending")
                .with("data[0].attempts", "0")
                .with("data[0].status", null)
                .with("data[0].error", null)
                .with("data[0].durationMillis", null)
                .with("nextCursor", null)
                .keep("data[0].id", "delivery")
                .get("webhooks/{webhook}/deliveries/{delivery}")
                .with("id", "{delivery}")
                .post("webhooks/{webhook}/deliveries/{delivery}/redeliver", "")
                .answers(202)
                .with("state", "pending")
                .post("webhooks/{webhook}/deliveries/redeliver", "{\"since\": \"2020-01-31T09:00:00+01:00\"}")
                .answers(202)
                .with("count", "0")
                .get("webhooks/{webhook}/deliveries?state=failed")
                .with("data", "[]");
    }

    private static Scenario pagesThroughMessages() {
        return paused("pages through messages, the latest first")
                .post("webhooks/{webhook}/test", "")
                .answers(202)
                .with("event", "webhook.test")
                .with("contactId", null)
                .keep("id", "first")
                .withHeader("Location", "/api/v1/webhooks/{webhook}/deliveries/{first}")
                .post("contacts", "{\"name\": \"Ada\"}")
                .answers(201)
                .get("webhooks/{webhook}/deliveries?limit=1&state=pending")
                .with("data[0].event", "contact.created")
                .keep("nextCursor", "next")
                .get("webhooks/{webhook}/deliveries?limit=1&state=pending&cursor={next}")
                .with("data[0].id", "{first}")
                .with("nextCursor", null);
    }

    private static Scenario refusesWhatIsNoStateCursorOrTime() {
        return paused("refuses what is no state, cursor or time")
                .get("webhooks/{webhook}/deliveries?state=lost&cursor=x&limit=0")
                .answers(400)
                .faulting("state", "cursor", "limit")
                .post("webhooks/{webhook}/deliveries/redeliver", "{\"since\": \"yesterday\", \"state\": \"lost\"}")
                .answers(400)
                .faulting("since", "state")
                .post("webhooks/{webhook}/deliveries/redeliver", "{}")
                .answers(400)
                .faulting("since");
    }

    private static Scenario knowsNothingOfOtherIds() {
        Scenario scenario = paused("knows nothing of other ids, whatever they are");
        for (String id : List.of(NOWHERE, "nonsense", "%E2%82%AC")) {
            scenario = scenario.get("webhooks/" + id)
                    .answers(404)
                    .patch("webhooks/" + id, "{}")
                    .answers(404)
                    .delete("webhooks/" + id)
                    .answers(404)
                    .post("webhooks/" + id + "/test", "")
                    .answers(404)
                    .post("webhooks/" + id + "/rotate-secret", "")
                    .answers(404)
                    .get("webhooks/" + id + "/deliveries")
                    .answers(404)
                    .post("webhooks/" + id + "/deliveries/redeliver", "{\"since\": \"2026-01-01T00:00:00Z\"}")
                    .answers(404)
                    .get("webhooks/{webhook}/deliveries/" + id)
                    .answers(404)
                    .post("webhooks/{webhook}/deliveries/" + id + "/redeliver", "")
                    .answers(404)
                    .with("error", "NOT_FOUND");
        }
        return scenario;
    }
}
