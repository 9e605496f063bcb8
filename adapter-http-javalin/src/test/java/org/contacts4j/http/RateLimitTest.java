package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.limit.RateLimits;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.TestTokens;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tests that callers are rate limited and receive their quota status. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateLimitTest {

    private static final int PER_HOUR = 60;
    private static final int PER_MINUTE = 5;
    private static final int PER_ADDRESS = 3;
    private static final RateLimits LIMITS = new RateLimits(PER_HOUR, PER_MINUTE, PER_ADDRESS, 4, null);

    /** Matches the response to a request that was counted or rejected by the limit. */
    private static final String COUNTED = "(?is)HTTP/1.1 .*X-RateLimit-Remaining: \\d+\\r.*";

    private RunningApi api;

    @BeforeAll
    void start() {
        api = RunningApi.over(
                memory(), RunningApi.settings(TokenKeys.secret(TestTokens.SECRET), LIMITS, DialectPorts.DEFAULT));
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void tellsOnEveryAnswerHowManyRequestsAreLeft() {
        ApiClient ada = api.newcomer();
        Reply created = ada.post("contacts", "{\"name\":\"Ada Lovelace\"}");
        String contact = "contacts/" + created.text("id");

        assertThat(created.status()).isEqualTo(201);
        assertStanding(created, 59);
        Reply unchanged = ada.with("If-None-Match", created.header("ETag")).get(contact);
        assertThat(unchanged.status()).isEqualTo(304);
        assertStanding(unchanged, 58);
        assertStanding(ada.call("HEAD", contact, null), 57);
        assertStanding(ada.get("nowhere"), 56);
        HttpResponse<byte[]> large = ada.exchange("POST", "contacts", BodyPublishers.ofByteArray(new byte[2_000_000]));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.headers().firstValue("X-RateLimit-Remaining")).hasValue("55");
        Reply refused = ada.get(contact);
        assertThat(refused.status()).isEqualTo(429);
        assertStanding(refused, 55);
    }

    @Test
    void refusesWhatIsTooMuchUntilTheMinuteIsOver() {
        ApiClient ada = api.newcomer();
        passMinute(ada);
        Reply refused = ada.post("contacts", "{\"name\":\"Ada Lovelace\"}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("error")).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(refused.text("message")).contains("5 per 1 minute");
        assertThat(refused.text("requestId")).isEqualTo(refused.header("X-Request-Id"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(50, 60);
    }

    @Test
    void countsAllOfAnOrganizationTogetherAndNobodyElse() {
        String organization = "org_" + UUID.randomUUID();
        passMinute(api.member(organization));

        TestTokens bob = TestTokens.of(organization).with("sub", "bob");
        assertThat(api.with(bob).get("contacts").status()).isEqualTo(429);
        assertThat(api.newcomer().get("contacts").status()).isEqualTo(200);
    }

    @Test
    void refusesInTheWordsOfBottleCrm() {
        ApiClient ada = api.newcomer();
        passMinute(ada);
        Reply refused = ada.get("/api/contacts/");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("detail"))
                .isEqualTo(
                        "Request was throttled. Expected available in " + refused.header("Retry-After") + " seconds.");
    }

    @Test
    void countsNewContactsOfSpnByTheirAddressAndAllElseThereByMember() {
        ApiClient ada = api.newcomer().with("X-Forwarded-For", "203.0.113.77");
        String body = "{\"first_name\": \"Ada\", \"email\": \"ada@example.org\"}";
        String id = ada.post("/contacts", body).text("id");
        ada.post("/contacts", body);
        ada.post("/contacts/", body);
        assertRefusedBySpn(ada.post("/contacts", body), "Rate limit exceeded: 3 per 1 minute");

        for (int i = 0; i < 4; i++) {
            assertThat(ada.get("/contacts/" + id).status()).isEqualTo(200);
        }
        assertRefusedBySpn(ada.get("/contacts/" + id), "Rate limit exceeded: 4 per 1 minute");
    }

    private static void assertRefusedBySpn(Reply refused, String words) {
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("detail")).isEqualTo(words);
        assertThat(refused.text("error")).isEqualTo(words);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    }

    /** Rate limits, authentication and the router must use the same path, however it is encoded. */
    @Test
    void countsAndAuthenticatesEverySpellingThatAnApiServes() throws Exception {
        int counted = 0;
        for (String path : spellings()) {
            String answer = raw(path, "Authorization: Bearer " + token("org_" + UUID.randomUUID()) + "\r\n");
            if (answer.startsWith("HTTP/1.1 400") || answer.contains("There is nothing at this path")) {
                assertThat(raw(path, "")).as(path).matches("(?s)HTTP/1.1 4(00|01|04|29) .*");
                continue;
            }
            assertThat(answer).as(path).matches(COUNTED);
            assertThat(raw(path, ""))
                    .as(path + " without a token")
                    .matches(path.startsWith("/contacts/") ? COUNTED : "(?s)HTTP/1.1 4(01|29) .*");
            counted++;
        }
        assertThat(counted).isGreaterThan(20);
    }

    private static List<String> spellings() {
        List<String> parts = List.of(
                "",
                "/",
                "//",
                "/.",
                "/..",
                "/./",
                "/../",
                "/x",
                "/x/",
                "/x//",
                "/x/..",
                "/x/.",
                "/%2e",
                "/%2e%2e",
                "/.%2E",
                "/%2e%2e/",
                "/%2F",
                "/x%2Fy",
                "/..%2F",
                "/%5C",
                "/..;",
                "/;x",
                "/x;y",
                ";x",
                "/..;x/",
                "/%2e;/",
                "/X",
                "/department/a%2Fb",
                "/%00",
                "?x=/..",
                "/..?x",
                "/%252e%252e",
                "/...",
                "/%61");
        List<String> roots = List.of(
                "/api/v1/contacts",
                "/api/contacts",
                "/client-contact",
                "/v1/client-contact",
                "/contacts",
                "/companies",
                "/api/v1/../contacts",
                "//api/contacts",
                "/./api/contacts",
                "/%61pi/contacts",
                "/API/contacts",
                "/x/../api/contacts",
                "/api/v1/%2e%2e/contacts",
                "http://127.0.0.1/api/contacts",
                "/livez/../api/contacts");
        return roots.stream()
                .flatMap(root -> parts.stream().map(part -> root + part))
                .toList();
    }

    private String raw(String path, String header) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(10_000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + header + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void letsExactlyAsManyThroughAsAreLeftHoweverManyComeAtOnce() {
        ApiClient ada = api.newcomer();
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        IntStream.range(0, 40)
                .parallel()
                .forEach(i -> statuses.add(ada.get("contacts").status()));

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(PER_MINUTE);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(40 - PER_MINUTE);
    }

    @Test
    void countsTokensThatDoNotHoldByAddressAndChargesNoOrganization() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient here = api.anonymous().with("X-Forwarded-For", "203.0.113.7");
        ApiClient forged = here.with("Authorization", "Bearer " + token(organization) + "x");
        for (int i = 1; i <= PER_ADDRESS; i++) {
            Reply unknown = forged.get("contacts");
            assertThat(unknown.status()).isEqualTo(401);
            assertThat(unknown.header("X-RateLimit-Limit")).isEqualTo("3");
            assertThat(unknown.header("X-RateLimit-Remaining")).isEqualTo(String.valueOf(PER_ADDRESS - i));
        }
        assertThat(forged.get("contacts").status()).isEqualTo(429);
        assertThat(here.get("companies").status()).isEqualTo(429);

        ApiClient ada = here.with("Authorization", "Bearer " + token(organization));
        assertStanding(ada.get("contacts"), PER_HOUR - 1);
    }

    @Test
    void doesNotWaitForTheBodyOfARequestThatIsTooMuch() throws Exception {
        String token = token("org_patient");
        passMinute(api.anonymous().with("Authorization", "Bearer " + token));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /api/v1/contacts HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
                                    + "Authorization: Bearer " + token + "\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 429").contains("Connection: close");
        }
    }

    @Test
    void countsNothingThatOperatorsAsk() {
        for (int i = 0; i < 2 * PER_MINUTE; i++) {
            assertThat(api.anonymous().get("/livez").status()).isEqualTo(200);
            assertThat(api.anonymous().get("/openapi.json").headers().firstValue("X-RateLimit-Limit"))
                    .isEmpty();
        }
    }

    @Test
    void saysNothingWhenThereAreNoLimits() {
        try (RunningApi unlimited = RunningApi.over(memory())) {
            Reply reply = unlimited.newcomer().get("contacts");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers().firstValue("X-RateLimit-Limit")).isEmpty();
        }
    }

    private static void passMinute(ApiClient client) {
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(client.get("contacts").status()).isEqualTo(200);
        }
    }

    private static void assertStanding(Reply reply, int remaining) {
        long now = Instant.now().getEpochSecond();
        assertThat(reply.header("X-RateLimit-Limit")).isEqualTo(String.valueOf(PER_HOUR));
        assertThat(reply.header("X-RateLimit-Remaining")).isEqualTo(String.valueOf(remaining));
        assertThat(Long.parseLong(reply.header("X-RateLimit-Reset"))).isBetween(now + 3_500, now + 3_601);
    }

    private static String token(String organization) {
        return TestTokens.of(organization).signed();
    }

    private static Contacts4J memory() {
        return Contacts4J.builder(new InMemoryStore()).build();
    }
}
