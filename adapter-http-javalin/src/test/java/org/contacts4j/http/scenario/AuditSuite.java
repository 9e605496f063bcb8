package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Tests of the audit log, with what only requests cause: sign-ins and refusals. */
interface AuditSuite extends ApiUnderTest {

    @Test
    default void tellsWhoDidWhatWhenAndFromWhere() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient boss = as(organization, "boss");
        String id = boss.create("Ada").text("id");
        Instant before = Instant.now().minusMillis(1);
        boss.with("X-Forwarded-For", "203.0.113.9")
                .with("X-Request-Id", "req-1")
                .delete("contacts/" + id);
        Reply list = boss.get("audit?action=contact.deleted");
        assertThat(list.at("data")).hasSize(1);
        assertThat(list.text("data[0].actor")).isEqualTo("boss");
        assertThat(list.text("data[0].action")).isEqualTo("contact.deleted");
        assertThat(list.text("data[0].subjectType")).isEqualTo("contact");
        assertThat(list.text("data[0].subjectId")).isEqualTo(id);
        assertThat(list.text("data[0].address")).isEqualTo("203.0.113.9");
        assertThat(list.text("data[0].requestId")).isEqualTo("req-1");
        assertThat(Instant.parse(list.text("data[0].at"))).isBetween(before, Instant.now());
        assertThat(list.body()).doesNotContain("Ada");
    }

    @Test
    default void filtersAndPages() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient boss = as(organization, "boss");
        ApiClient bo = as(organization, "bo");
        String one = boss.create("One").text("id");
        String two = boss.create("Two").text("id");
        boss.delete("contacts/" + one);
        bo.delete("contacts/" + two);
        Reply first = boss.get("audit?action=contact.deleted&limit=1");
        assertThat(first.text("data[0].subjectId")).isEqualTo(two);
        Reply second = boss.get("audit?action=contact.deleted&limit=1&cursor=" + first.text("nextCursor"));
        assertThat(second.text("data[0].subjectId")).isEqualTo(one);
        assertThat(second.at("nextCursor").isNull()).isTrue();
        assertThat(boss.get("audit?action=contact.deleted&actor=bo").at("data")).hasSize(1);
        assertThat(boss.get("audit?subjectId=" + one).at("data")).hasSize(1);
        assertThat(boss.get("audit?subjectId=" + one + "&until=2020-01-01T00:00:00Z")
                        .at("data"))
                .isEmpty();
        assertThat(boss.get("audit?subjectId=" + one + "&from=2020-01-01T00:00:00Z")
                        .at("data"))
                .hasSize(1);
        Reply refused = boss.get("audit?action=contact.lost&from=yesterday&until=7&limit=0&cursor=x");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faultyFields()).containsExactlyInAnyOrder("action", "from", "until", "limit", "cursor");
    }

    @Test
    default void isForAdministratorsWhoSeeEverything() {
        String organization = "org_" + UUID.randomUUID();
        for (TestTokens other : new TestTokens[] {
            TestTokens.of(organization).with("role", "viewer"),
            TestTokens.of(organization),
            TestTokens.of(organization).with("role", "admin").with("data", "assigned")
        }) {
            assertThat(api().with(other).get("audit").text("error")).isEqualTo("FORBIDDEN");
        }
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            assertThat(as(organization, "boss").call(method, "audit", null).status())
                    .as(method)
                    .isEqualTo(405);
        }
    }

    @Test
    default void recordsTheFirstRequestOfATokenAndOfAKeyAsSignIns() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient boss = as(organization, "boss");
        Reply key = boss.post("api-keys", "{\"name\": \"CI\"}");
        ApiClient bo = api().with(TestTokens.of(organization).with("sub", "bo").with("jti", "t-1"));
        for (int i = 0; i < 3; i++) {
            bo.get("contacts");
            api().anonymous().withToken(key.text("key")).get("contacts");
        }
        JsonNode ofBo = await(boss, "audit?action=member.signed_in&actor=bo", 1);
        assertThat(ofBo.at("/0/details/jti").asText()).isEqualTo("t-1");
        assertThat(ofBo.at("/0/subjectId").asText()).isEqualTo("bo");
        assertThat(ofBo.at("/0/address").asText()).isEqualTo("127.0.0.1");
        JsonNode ofKey = await(boss, "audit?action=member.signed_in&actor=" + key.text("memberId"), 1);
        assertThat(ofKey.at("/0/details/credential").asText()).isEqualTo("api_key");
    }

    @Test
    default void recordsRefusalsOfIdentifiedCallersAndNoFlood() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient boss = as(organization, "boss");
        ApiClient viewer =
                api().with(TestTokens.of(organization).with("sub", "v").with("role", "viewer"));
        for (int i = 0; i < 50; i++) {
            assertThat(viewer.create("Ada").status()).isEqualTo(403);
        }
        long past = Instant.now().getEpochSecond() - 3_600;
        TestTokens expired = TestTokens.of(organization).with("sub", "late").with("exp", past);
        assertThat(api().with(expired).get("contacts").status()).isEqualTo(401);
        assertThat(viewer.with("X-Org-Id", "other").get("contacts").status()).isEqualTo(403);
        String forged = TestTokens.of(organization).with("sub", "forged").signed() + "x";
        assertThat(api().anonymous().withToken(forged).get("contacts").status()).isEqualTo(401);
        assertThat(api().anonymous()
                        .withToken("c4j_" + "b3Jn_" + "A".repeat(43))
                        .get("contacts")
                        .status())
                .isEqualTo(401);
        JsonNode late = await(boss, "audit?action=request.refused&actor=late", 1);
        assertThat(late.at("/0/details/code").asText()).isEqualTo("UNAUTHORIZED");
        JsonNode ofViewer = await(boss, "audit?action=request.refused&actor=v", 1);
        assertThat(ofViewer.at("/0/details/code").asText()).isEqualTo("FORBIDDEN");
        assertThat(ofViewer.at("/0/details/count").asInt()).isBetween(1, 51);
        assertThat(boss.get("audit?action=request.refused&limit=100").at("data"))
                .hasSize(2);
        assertThat(boss.get("audit?actor=forged").at("data")).isEmpty();
    }

    @Test
    default void recordsDownloadsAndExportsOfErrors() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient boss = as(organization, "boss");
        String contact = "contacts/" + boss.create("Ada").text("id");
        String attachment = Example.upload(contact + "/attachments", "hello")
                .send(boss, Map.of())
                .text("id");
        assertThat(boss.get(contact + "/attachments/" + attachment).status()).isEqualTo(200);
        Reply job = boss.with("Content-Type", "text/csv").post("imports", "name,email\nAda,nonsense\n");
        String id = job.text("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> boss.get("imports/" + id).text("state").equals("done"));
        assertThat(boss.get("imports/" + id + "/errors.csv").status()).isEqualTo(200);
        assertThat(boss.get("audit?action=attachment.downloaded").text("data[0].subjectId"))
                .isEqualTo(attachment);
        assertThat(boss.get("audit?action=import.started").text("data[0].subjectId"))
                .isEqualTo(id);
        assertThat(boss.get("audit?action=import.errors_exported").text("data[0].subjectId"))
                .isEqualTo(id);
    }

    private ApiClient as(String organization, String member) {
        return api().with(TestTokens.of(organization).with("sub", member).with("role", "admin"));
    }

    /** Waits until the list has this many entries, which the server appends in the background. */
    private static JsonNode await(ApiClient client, String path, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> client.get(path).at("data").size() >= count);
        JsonNode found = client.get(path).at("data");
        assertThat(found).hasSize(count);
        return found;
    }
}
