package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of requests that are repeated with an {@code Idempotency-Key}, in all APIs. */
interface IdempotencySuite extends ApiUnderTest {

    String KEY = "Idempotency-Key";
    String REPLAYED = "Idempotency-Replayed";
    String ADA = "{\"name\": \"Ada\"}";

    /** A route that only reads runs each time. All others replay their first answer, whatever its status. */
    @TestFactory
    default Stream<DynamicTest> everyPostOfEveryApiIsCarriedOutOnce() {
        return RouteExamples.ALL.stream()
                .filter(example -> example.method().equals("POST"))
                .map(example -> DynamicTest.dynamicTest(example.toString(), () -> {
                    VisibilityFixture world = VisibilityFixture.withHiddenContact(api());
                    ApiClient client = world.admin().with(KEY, "key 1");
                    Reply first = example.send(client, world.ids());
                    assertThat(first.header(REPLAYED)).isEmpty();
                    awaitImport(world.admin(), first);
                    String after = world.everything();
                    Reply again = example.send(client, world.ids());
                    assertThat(again.status()).isEqualTo(first.status());
                    assertThat(again.header(REPLAYED)).isEqualTo(example.writes() ? "true" : "");
                    if (example.writes()) {
                        assertReplayed(again, first);
                    }
                    assertThat(world.everything()).isEqualTo(after);
                    Reply other = withOtherBody(example).send(client, world.ids());
                    assertThat(other.status()).as(other.body()).isEqualTo(example.writes() ? 422 : first.status());
                    assertThat(world.everything()).isEqualTo(after);
                }));
    }

    /** Waits until the import that the response has started, if it has, has ended. */
    private static void awaitImport(ApiClient client, Reply started) {
        String location = started.header("Location");
        if (location.startsWith("/api/v1/imports/")) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> client.get(location).text("state"), "done"::equals);
        }
    }

    private static Example withOtherBody(Example example) {
        return new Example(
                example.method(),
                example.path(),
                Objects.requireNonNull(example.body()) + " ",
                null,
                example.writes(),
                example.dependsOnContacts());
    }

    private static void assertReplayed(Reply again, Reply first) {
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type", "Vary")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
    }

    @Test
    default void keysOfOtherMembersOrganizationsAndRoutesAreOtherKeys() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient ada = api().member(organization).with(KEY, "k");
        ApiClient bo = api().with(TestTokens.of(organization).with("sub", "bo")).with(KEY, "k");
        List<Reply> replies = List.of(
                ada.post("contacts", ADA),
                bo.post("contacts", ADA),
                api().newcomer().with(KEY, "k").post("contacts", ADA),
                ada.with(KEY, "K").post("contacts", ADA),
                ada.post("companies", ADA),
                ada.post("customers", ADA),
                ada.post("/client-contact", ADA));
        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
            assertThat(reply.header(REPLAYED)).isEmpty();
        });
        assertThat(ada.post("/api/v1/contacts/", ADA).text("id"))
                .as("a trailing slash is optional")
                .isEqualTo(replies.get(0).text("id"));
    }

    @Test
    default void anotherBodyQueryOrMediaTypeIsAnotherRequest() {
        ApiClient client = api().newcomer().with(KEY, "k");
        assertThat(client.post("contacts", ADA).status()).isEqualTo(201);
        for (Reply reused : List.of(
                client.post("contacts", ADA.replace("Ada", "Bo")),
                client.post("contacts?x=1", ADA),
                client.with("Content-Type", "application/json;charset=utf-8").post("contacts", ADA))) {
            assertThat(reused.status()).isEqualTo(422);
            assertThat(reused.text("error")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }
        assertThat(client.get("contacts").text("total")).isEqualTo("1");
    }

    @Test
    default void aFormWithAnotherBoundaryIsTheSameRequest() {
        ApiClient client = api().newcomer().with(KEY, "k");
        String path = "contacts/" + client.post("contacts", ADA).text("id") + "/attachments";
        String form = Upload.form("a.txt", "one\r\n--X\r\n-\r\ntwo");
        Reply first = client.with("Content-Type", Upload.TYPE).post(path, form);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        ApiClient again = client.with("Content-Type", Upload.TYPE.replace("XX", "another"));
        assertReplayed(again.post(path, form.replace("--XX", "--another")), first);
        assertThat(again.post(path, form.replace("--XX", "--another").replace("two", "2"))
                        .status())
                .isEqualTo(422);
        assertThat(client.get(path).at("data")).hasSize(1);
    }

    @Test
    default void anAnswerIsNotReplayedToATokenThatSeesLess() {
        String organization = "org_" + UUID.randomUUID();
        assertThat(api().member(organization)
                        .with(KEY, "k")
                        .post("contacts", ADA)
                        .status())
                .isEqualTo(201);
        ApiClient restricted = api().with(TestTokens.of(organization).with("data", "assigned"));
        assertThat(restricted.with(KEY, "k").post("contacts", ADA).status()).isEqualTo(422);
    }

    @Test
    default void refusalsAreReplayedToo() {
        ApiClient client = api().newcomer();
        String coded = "{\"name\": \"Ada\", \"code\": \"C-1\"}";
        String first = client.post("contacts", coded).text("id");
        Reply conflict = client.with(KEY, "conflict").post("contacts", coded);
        assertThat(conflict.status()).isEqualTo(409);
        client.delete("contacts/" + first);
        Reply again = client.with(KEY, "conflict").post("contacts", coded);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).isEqualTo(conflict.body());
        assertThat(again.header("Location")).isEmpty();
        Reply invalid = client.with(KEY, "invalid").post("contacts", "{\"email\": 7}");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(client.with(KEY, "invalid")
                        .post("contacts", "{\"email\": 7}")
                        .body())
                .isEqualTo(invalid.body());
    }

    @Test
    default void refusalsThatDependOnTheTokenOrThatReadNoBodyAreNotRecorded() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient viewer = api().with(TestTokens.of(organization).with("role", "viewer"));
        ApiClient member = api().member(organization);
        assertThat(viewer.with(KEY, "k").post("contacts", ADA).status()).isEqualTo(403);
        assertThat(member.with(KEY, "k")
                        .with("Content-Type", "text/plain")
                        .post("contacts", ADA)
                        .status())
                .isEqualTo(415);
        Reply created = member.with(KEY, "k").post("contacts", ADA);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header(REPLAYED)).isEmpty();
        assertThat(api().anonymous().with(KEY, "k").post("contacts", ADA).status())
                .isEqualTo(401);
    }

    @Test
    default void aRouteThatReadsNoBodyIsCarriedOutOnceToo() {
        ApiClient client = api().newAdmin();
        String webhook = client.post("webhooks", "{\"url\": \"https://example.org\", \"active\": false}")
                .text("id");
        String path = "webhooks/" + webhook + "/rotate-secret";
        ApiClient sending = client.with(KEY, "k").with("Content-Type", "text/plain");
        String secret = sending.post(path, "unread").text("secret");
        assertThat(secret).startsWith("whsec_");
        assertThat(sending.post(path, "unread").text("secret")).isEqualTo(secret);
        assertThat(client.post(path, "{}").text("secret")).isNotEqualTo(secret);
    }

    @Test
    default void anAnswerIsCompressedForEachClient() {
        ApiClient client = api().newcomer().with(KEY, "k").with("Content-Type", "application/json");
        String large = "{\"name\": \"Ada\", \"notes\": \"" + "n".repeat(5_000) + "\"}";
        HttpResponse<byte[]> plain = client.exchange("POST", "contacts", BodyPublishers.ofString(large));
        HttpResponse<byte[]> zipped =
                client.with("Accept-Encoding", "gzip").exchange("POST", "contacts", BodyPublishers.ofString(large));
        assertThat(plain.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(zipped.headers().firstValue("ETag")).hasValue("\"1-gzip\"");
        assertThat(zipped.headers().firstValue(REPLAYED)).hasValue("true");
        assertThat(zipped.body().length).isLessThan(plain.body().length / 4);
    }

    @Test
    default void publicCallersRepeatRequestsToo() {
        ApiClient anybody = api().anonymous().with(KEY, UUID.randomUUID().toString());
        String acme = api().member(SpnPublicSuite.SECOND)
                .post("/companies", "{\"name\": \"Acme\"}")
                .text("id");
        String ada = SpnPublicSuite.ADA.replace("}", ", \"company_id\": \"" + acme + "\"}");
        Reply first = anybody.post("/contacts", ada);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertReplayed(anybody.post("/contacts", ada), first);
        assertThat(anybody.post("/contacts", SpnPublicSuite.ADA).text("detail")).contains("Idempotency-Key was used");
        assertThat(api().member(SpnPublicSuite.SECOND)
                        .get("/contacts?company_id=" + acme)
                        .json())
                .hasSize(1);
    }

    @Test
    default void aKeyThatIsNoneIsRefusedInTheFormatOfEachApi() {
        ApiClient client = api().newcomer();
        for (String key : List.of("", "k".repeat(256), "a\tb")) {
            ApiClient sending = client.with(KEY, key);
            Reply canonical = sending.post("contacts", ADA);
            assertThat(canonical.status()).as(key).isEqualTo(400);
            assertThat(canonical.faultyFields()).containsExactly(KEY);
            assertThat(sending.post("contacts/search", "{}").status()).isEqualTo(400);
            assertThat(sending.post("/api/contacts/", "{\"first_name\": \"Ada\", \"last_name\": \"L\"}")
                            .at("errors")
                            .has(KEY))
                    .isTrue();
            assertThat(sending.post("/client-contact", ADA).text("error")).contains(KEY + " must have 1 to 255");
            Reply spn = sending.post("/contacts", SpnPublicSuite.ADA);
            assertThat(spn.status()).isEqualTo(422);
            assertThat(spn.at("detail[0].loc").toString()).isEqualTo("[\"header\",\"Idempotency-Key\"]");
        }
        assertThat(client.with(KEY, "k".repeat(255)).post("contacts", ADA).status())
                .isEqualTo(201);
        assertThat(client.get("contacts").text("total")).isEqualTo("1");
    }
}
