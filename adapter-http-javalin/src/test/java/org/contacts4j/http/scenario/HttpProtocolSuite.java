package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of HTTP itself: methods, media types, sizes, compression, malformed and slow requests. */
interface HttpProtocolSuite extends ApiUnderTest {

    @Test
    default void headAnswersAsGetWithoutABody() {
        ApiClient client = api().newcomer().with("X-Request-Id", "same");
        String path =
                "contacts/" + client.post("contacts", "{\"name\": \"Ada\"}").text("id");
        Reply get = client.get(path);
        Reply head = client.call("HEAD", path, null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo("\"1\"");
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(client.call("HEAD", "contacts/" + UUID.randomUUID(), null).status())
                .isEqualTo(404);
        assertThat(client.call("HEAD", "/livez", null).status()).isEqualTo(200);
    }

    @Test
    default void namesTheMethodsThatAPathTakes() {
        Reply reply = api().newcomer().call("POST", "contacts/" + UUID.randomUUID(), "{}");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.text("error")).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(reply.header("Allow").split(", "))
                .containsExactlyInAnyOrder("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS");
        assertThat(api().newcomer().call("BREW", "contacts", null).status()).isEqualTo(405);
        assertThat(api().newcomer().call("BEFORE", "contacts", null).status()).isEqualTo(405);
    }

    @Test
    default void answersOptions() {
        Reply reply = api().newcomer().call("OPTIONS", "contacts", null);
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
    }

    @Test
    default void doesNotLetAHeaderChangeTheMethod() {
        ApiClient client = api().newcomer();
        String path =
                "contacts/" + client.post("contacts", "{\"name\": \"Ada\"}").text("id");
        assertThat(client.with("X-HTTP-Method-Override", "DELETE").get(path).status())
                .isEqualTo(200);
        assertThat(client.with("Sec-WebSocket-Version", "13").get(path).status())
                .isEqualTo(200);
    }

    @Test
    default void saysThatItClosesAConnectionItCannotReadFrom() {
        assertThat(api().newcomer().delete("contacts/%00").header("Connection")).isEqualTo("close");
    }

    @Test
    default void saysThatItClosesAConnectionWhoseBodyItDoesNotRead() {
        Reply refused = api().anonymous().post("/api/v1/contacts", "{\"name\": \"Ada\"}");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Connection")).isEqualTo("close");
    }

    @Test
    default void answersUnknownPathsInTheSameForm() {
        Reply inside = api().newcomer().get("no/such/thing");
        assertThat(inside.status()).isEqualTo(404);
        assertThat(inside.text("error")).isEqualTo("NOT_FOUND");
        assertThat(inside.text("requestId")).isEqualTo(inside.header("X-Request-Id"));
        assertThat(api().anonymous().get("/favicon.ico").text("error")).isEqualTo("NOT_FOUND");
    }

    @TestFactory
    default Stream<DynamicTest> refusesBodiesThatAreNotPlainJson() {
        return Stream.of(
                        Map.of("Content-Type", "text/plain"),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        Map.of("Content-Type", "application/json; charset=iso-8859-1"),
                        Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"))
                .map(headers -> DynamicTest.dynamicTest(headers.toString(), () -> {
                    ApiClient client = api().newcomer();
                    for (Map.Entry<String, String> header : headers.entrySet()) {
                        client = client.with(header.getKey(), header.getValue());
                    }
                    assertThat(client.post("contacts", "{\"name\": \"Ada\"}").status())
                            .isEqualTo(415);
                }));
    }

    @Test
    default void takesJsonOfEveryName() {
        for (String type : List.of("application/merge-patch+json", "Application/JSON ; Charset=\"UTF-8\"")) {
            assertThat(api().newcomer()
                            .with("Content-Type", type)
                            .post("contacts", "{\"name\": \"Ada\"}")
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    default void refusesBodiesOverOneMebibyteWithOrWithoutALength() {
        String large = "{\"name\": \"" + "x".repeat(1024 * 1024) + "\"}";
        ApiClient client = api().newcomer().with("Content-Type", "application/json");
        assertThat(client.post("contacts", large).status()).isEqualTo(413);
        HttpResponse<byte[]> chunked = client.exchange(
                "POST",
                "contacts",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(client.post("contacts", "{\"name\": \"Ada\"}").status()).isEqualTo(201);
    }

    /** Sends only the heads of the requests. */
    @TestFactory
    default Stream<DynamicTest> answersWithoutTheBodyWhatTheHeadTells() {
        return Stream.of(
                        List.of("413", "POST /api/v1/contacts", "application/json", "2000000"),
                        List.of("413", "POST /api/v1/imports", "text/csv", "2000000000"),
                        List.of("415", "POST /api/v1/contacts", "text/plain", "1000"),
                        List.of("415", "POST /api/v1/contacts/x/attachments", "text/plain", "1000"),
                        List.of("415", "POST /api/v1/imports", "image/png", "1000"),
                        List.of("415", "PUT /client-contact/x", "text/plain", "1000"),
                        List.of("415", "PATCH /api/contacts/x", "text/plain", "1000"),
                        List.of("415", "POST /contacts", "text/plain", "1000"),
                        List.of("404", "POST /api/v1/nowhere", "application/json", "1000"),
                        List.of("405", "POST /api/v1/contacts/x", "application/json", "1000"))
                .map(known -> DynamicTest.dynamicTest(known.toString(), () -> {
                    String answer = RawConnection.exchange(
                            api().port(),
                            known.get(1) + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + known.get(2)
                                    + "\r\nAuthorization: Bearer "
                                    + TestTokens.of("org_1").signed() + "\r\nContent-Length: " + known.get(3)
                                    + "\r\n\r\n");
                    assertThat(answer).startsWith("HTTP/1.1 " + known.get(0) + " ");
                    assertThat(answer).containsIgnoringCase("\nConnection: close");
                }));
    }

    @Test
    default void hasClientsThatAreBusySendingHearARefusal() {
        byte[] large = new byte[12 * 1024 * 1024];
        ApiClient client = api().newcomer().with("Content-Type", "application/json");
        assertThat(client.exchange("POST", "contacts", BodyPublishers.ofByteArray(large))
                        .statusCode())
                .isEqualTo(413);
        assertThat(client.exchange("POST", "nowhere", BodyPublishers.ofByteArray(large))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    default void takesChunkedBodies() {
        HttpResponse<byte[]> created = api().newcomer()
                .with("Content-Type", "application/json")
                .exchange(
                        "POST",
                        "contacts",
                        BodyPublishers.ofInputStream(() ->
                                new ByteArrayInputStream("{\"name\": \"Zoë\"}".getBytes(StandardCharsets.UTF_8))));
        assertThat(created.statusCode()).isEqualTo(201);
    }

    @Test
    default void compressesForThoseWhoReadIt() throws IOException {
        ApiClient client = api().newcomer();
        String notes = "again and ".repeat(300);
        String path = "contacts/"
                + client.post("contacts", "{\"name\": \"Ada\", \"notes\": \"" + notes + "\"}")
                        .text("id");
        HttpResponse<byte[]> compressed =
                client.with("Accept-Encoding", "br, gzip").exchange("GET", path, BodyPublishers.noBody());
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.headers().firstValue("Vary").orElseThrow()).startsWith("Accept-Encoding, ");
        String etag = compressed.headers().firstValue("ETag").orElseThrow();
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes(),
                        StandardCharsets.UTF_8))
                .contains(notes);
        assertThat(etag).isEqualTo("\"1-gzip\"");
        assertThat(client.with("If-None-Match", etag).get(path).status()).isEqualTo(304);
        assertThat(client.with("If-Match", etag)
                        .patch(path, "{\"code\": \"1\"}")
                        .status())
                .isEqualTo(200);
        Reply plain = client.with("Accept-Encoding", "gzip;q=0").get(path);
        assertThat(plain.header("Content-Encoding")).isEmpty();
    }

    @Test
    default void namesTheHeadersThatSelectTheResponse() {
        Map.of(
                        "/livez", "Accept-Encoding",
                        "/api/v1/contacts", "Accept-Encoding, Authorization, x-api-key, X-Org-Id, organization-id",
                        "/api/contacts",
                                "Accept-Encoding, Authorization, x-api-key, organization-id, org, X-Organization-ID",
                        "/client-contact", "Accept-Encoding, Authorization, x-api-key, api-key",
                        "/contacts", "Accept-Encoding, Authorization, x-api-key, X-Org-Id, organization-id")
                .forEach((path, vary) -> {
                    assertThat(api().anonymous().get(path).header("Vary"))
                            .as(path)
                            .isEqualTo(vary);
                    assertThat(api().newcomer().call("HEAD", path, null).header("Vary"))
                            .as(path)
                            .isEqualTo(vary);
                    assertThat(api().newcomer().call("OPTIONS", path, null).header("Vary"))
                            .as(path)
                            .isEqualTo(vary);
                });
    }

    @Test
    default void keepsASaneRequestIdAndReplacesOthers() {
        ApiClient client = api().anonymous();
        assertThat(client.with("X-Request-Id", "abc-1.2_3").get("/livez").header("X-Request-Id"))
                .isEqualTo("abc-1.2_3");
        assertThat(client.with("X-Request-Id", "<script>").get("/livez").header("X-Request-Id"))
                .matches("[0-9a-f]{16}");
    }

    @TestFactory
    default Stream<DynamicTest> answersMalformedRequestsInTheSameForm() {
        String token = "Authorization: Bearer " + TestTokens.of("org_1").signed() + "\r\n";
        String head = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + token;
        String post = "POST /api/v1/contacts" + head + "Content-Type: application/json\r\n";
        return Stream.of(
                        Map.entry("broken percent-encoding", "GET /api/v1/contacts/department/%zz" + head + "\r\n"),
                        Map.entry("bytes that are not UTF-8", "GET /api/v1/contacts/department/%ff" + head + "\r\n"),
                        Map.entry("no such character", "GET /api/v1/contacts/department/%00" + head + "\r\n"),
                        Map.entry("a dot segment", "GET /api/v1/contacts/%2e%2e/x" + head + "\r\n"),
                        Map.entry("a dot segment at the end", "GET /api/v1/contacts/.." + head + "\r\n"),
                        Map.entry("an empty segment", "GET /api/v1//contacts" + head + "\r\n"),
                        Map.entry("a long address", "GET /api/v1/contacts/" + "x".repeat(20_000) + head + "\r\n"),
                        Map.entry("long headers", "GET /livez" + head + "X: " + "x".repeat(20_000) + "\r\n\r\n"),
                        Map.entry("no host", "GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n"),
                        Map.entry("no HTTP", "nonsense\r\n\r\n"),
                        Map.entry("malformed chunks", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
                        Map.entry(
                                "a length and chunks",
                                post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                        Map.entry("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"))
                .map(request -> DynamicTest.dynamicTest(request.getKey(), () -> {
                    String answer = RawConnection.exchange(api().port(), request.getValue());
                    assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
                    assertThat(answer).containsIgnoringCase("X-Request-Id: ").contains("{\"error\":\"");
                    assertThat(answer)
                            .contains("Cache-Control: no-store", "X-Content-Type-Options: nosniff")
                            .contains("Vary: Accept-Encoding");
                    assertThat(answer).doesNotContain("Jetty", "jetty", "Exception", "<html>", "Server:");
                }));
    }

    @Test
    default void servesOthersWhileHundredsSendTheirBodiesSlowly() {
        String token = TestTokens.of("org_slow").signed();
        List<RawConnection> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                RawConnection connection = new RawConnection(api().port());
                slow.add(connection);
                connection.send(
                        "POST /api/v1/contacts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Authorization: Bearer " + token
                                + "\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n{");
            }
            long start = System.nanoTime();
            ApiClient good = api().newcomer();
            for (int i = 0; i < 20; i++) {
                assertThat(good.post("contacts", "{\"name\": \"Ada\"}").status())
                        .isEqualTo(201);
            }
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(10_000);
            slow.get(0).send("\"name\": \"Slow\"}" + " ".repeat(1000 - "{\"name\": \"Slow\"}".length()));
            assertThat(slow.get(0).answer()).startsWith("HTTP/1.1 201");
        } finally {
            slow.forEach(RawConnection::close);
        }
    }

    @Test
    default void tellsOperatorsHowItIs() {
        ApiClient client = api().anonymous();
        assertThat(client.get("/livez").text("status")).isEqualTo("ok");
        assertThat(client.get("/readyz").text("checks[0].name")).isEqualTo("database");
        assertThat(client.get("/info").text("name")).isEqualTo("Contacts4J");
        Reply document = client.get("/openapi.json");
        assertThat(document.text("openapi")).isEqualTo("3.1.0");
        assertThat(client.with("If-None-Match", document.header("ETag"))
                        .get("/openapi.json")
                        .status())
                .isEqualTo(304);
    }
}
