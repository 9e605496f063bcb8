package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.RawConnection;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies that no part of a request and no value of a row reaches the output of the server, whatever fails. Each request
 * carries a name wherever a client can put one.
 */
class LogPrivacyIT {

    private static final String NAME = "Xanthippe";
    private static final String EMAIL = "xanthippe@example.org";
    private static final String SECRET = "a secret that is longer than 32 bytes";

    @TempDir
    private Path directory;

    @Test
    void keepsRequestsOutOfTheLog() throws Exception {
        try (ServerProcess server = start("--request-log", "on")) {
            sendHostileRequests(server);
            // The output of the server is smaller than its database, and can still be written.
            server.limitFileSize(Files.size(directory.resolve("contacts4j-data").resolve("contacts.mv.db")));
            failingWrites(server);
            server.liftFileSizeLimit();
            await().until(() -> server.err().contains("The database file could not be written"));
            assertThat(server.err())
                    .contains("method=GET route=/api/v1/contacts/department/{department} status=200 ms=")
                    .contains("method=GET route=- status=400", "method=- route=- status=405 ms=");
            assertPrivate(server);
            assertThat(traces()).isEmpty();
        }
    }

    @Test
    void logsOneLineForEachRequestWithItsRouteAndCaller() throws Exception {
        try (ServerProcess server = start("--request-log", "on")) {
            ApiClient client = Clients.of(server, SECRET);
            client.with("X-Request-Id", "mine").get("contacts/department/" + NAME + "?search=" + NAME);
            client.with("X-Request-Id", "other").get("/livez");
            await().until(() -> server.err().contains("request=other"));
            assertThat(server.err().lines().map(line -> line.replaceAll(".* (?=method=)", "")))
                    .anyMatch(line ->
                            line.matches("method=GET route=/api/v1/contacts/department/\\{department} status=200"
                                    + " ms=\\d+ organization=acme request=mine"))
                    .anyMatch(line ->
                            line.matches("method=GET route=/livez status=200 ms=\\d+ organization=- request=other"));
        }
        try (ServerProcess server = start()) {
            Clients.of(server, SECRET).get("contacts");
            assertThat(server.err()).doesNotContain("method=");
        }
    }

    @Test
    void keepsRowsOutOfTheLogWhenStatementsFail() throws Exception {
        String url = TestPostgres.freshDatabase();
        try (ServerProcess server = start("--db-url", url, "--db-user", "postgres")) {
            sendHostileRequests(server);
            String contact = Clients.of(server, SECRET).create(NAME).text("id");
            ApiClient client = Clients.of(server, SECRET).with("Content-Type", "application/json");
            for (String damage : List.of(
                    "alter table contact_comment rename to elsewhere",
                    "alter table contact add constraint unexpected check (name is null) not valid",
                    "alter table company alter column name type varchar(3) using left(name, 3)",
                    "create function refuse() returns trigger language plpgsql as"
                            + " $$begin raise exception 'Row %', new; end$$;"
                            + " create trigger refuse before insert on tag for each row execute function refuse()")) {
                execute(url, damage);
            }
            assertThat(status(client, "contacts/" + contact + "/comments", "{\"text\":\"" + NAME + "\"}"))
                    .isEqualTo(500);
            assertThat(status(client, "contacts", "{\"name\":\"" + NAME + "\",\"email\":\"" + EMAIL + "\"}"))
                    .isEqualTo(500);
            assertThat(status(client, "companies", "{\"name\":\"" + NAME + "\"}"))
                    .isEqualTo(500);
            assertThat(status(client, "tags", "{\"name\":\"" + NAME + "\"}")).isEqualTo(500);
            assertThat(server.err())
                    .contains(" failed", "SQL state 42P01", "SQL state 23514", "SQL state 22001", "SQL state P0001")
                    .contains("at org.contacts4j.");
            assertPrivate(server);
        }
    }

    private ServerProcess start(String... more) throws Exception {
        List<String> arguments = Stream.concat(
                        Stream.of("--port", "0", "--rate-limit", "off", "--jwt-secret", SECRET), Stream.of(more))
                .toList();
        return ServerProcess.start(directory, arguments.toArray(String[]::new));
    }

    /** Sends requests that are served and requests that fail, in the routes, the router, the parser of HTTP and before. */
    private void sendHostileRequests(ServerProcess server) throws Exception {
        int port = server.url().getPort();
        ApiClient client = Clients.of(server, SECRET).with("User-Agent", NAME).with("Cookie", "name=" + NAME);
        for (String path : List.of(
                "contacts/department/" + NAME,
                "contacts/" + NAME,
                "contacts?search=" + NAME + "&" + NAME + "=" + EMAIL,
                "contacts?parentEntityId=" + NAME,
                "nowhere/" + NAME,
                "/api/contacts/" + NAME + "/?name=" + EMAIL,
                "/client-contact?search=" + NAME,
                "/contacts?company_id=" + NAME)) {
            client.exchange("GET", path, BodyPublishers.noBody());
            client.with("If-Match", NAME).exchange("DELETE", path, BodyPublishers.noBody());
        }
        for (String body : List.of(
                "{\"name\":\"" + NAME + "\",\"email\":\"" + EMAIL + "\",\"website\":\"" + NAME + "\"}",
                "{\"name\":\"" + NAME + "\",\"tags\":[{\"" + NAME + "\":1}]}",
                "{\"name\": " + NAME + "}",
                "{\"query\":{\"groups\":[{\"conditions\":[{\"field\":\"" + NAME + "\",\"op\":\"eq\",\"value\":1}]}]}}",
                "name,email\n\"" + NAME + "," + EMAIL,
                form())) {
            for (String type :
                    List.of("application/json", "text/csv", "text/" + NAME, "multipart/form-data; boundary=b")) {
                ApiClient typed = client.with("Content-Type", type);
                BodyPublisher publisher = BodyPublishers.ofString(body);
                for (String path :
                        List.of("contacts", "contacts/search", "contacts/import", "imports", "/client-contact")) {
                    typed.exchange("POST", path, publisher);
                }
            }
        }
        for (String token : List.of(NAME, unsigned(), Clients.token(SECRET + NAME, NAME, Role.ADMIN))) {
            ApiClient.of(server.url()).withToken(token).exchange("GET", "contacts", BodyPublishers.noBody());
        }
        for (String request : List.of(
                "GET /api/v1/contacts/%zz" + NAME + " HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /" + NAME + " HTTP/1.1\r\nHost: " + NAME + "\r\nHost: " + EMAIL + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n" + NAME + ": a\u0000b\r\n\r\n",
                "GET /" + NAME + "\u0001 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /" + NAME.repeat(3_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                NAME + " /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                NAME + "\r\n\r\n",
                "POST /api/v1/contacts HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: " + NAME + "\r\n\r\n",
                "POST /livez HTTP/1.1\r\nHost: a\r\nContent-Length: " + NAME + "\r\n\r\n")) {
            RawConnection.exchange(port, request);
        }
    }

    private static void failingWrites(ServerProcess server) throws Exception {
        ApiClient client = Clients.of(server, SECRET).with("Content-Type", "application/json");
        await().until(() ->
                status(client, "contacts", "{\"name\":\"" + NAME + "\",\"email\":\"" + EMAIL + "\"}") == 503);
    }

    private static int status(ApiClient client, String path, String body) {
        return client.exchange("POST", path, BodyPublishers.ofString(body)).statusCode();
    }

    private static String form() {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + NAME + ".csv\"\r\n\r\nname\n"
                + NAME + "\r\n--b--\r\n";
    }

    private static String unsigned() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(("{\"sub\":\"" + NAME + "\"}").getBytes(StandardCharsets.UTF_8)) + ".";
    }

    private static void execute(String url, String statement) throws Exception {
        try (Connection connection = TestPostgres.connect(url);
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private static void assertPrivate(ServerProcess server) throws Exception {
        assertThat(server.out() + server.err()).doesNotContainIgnoringCase(NAME).doesNotContain("eyJ");
    }

    /** Returns the files in which H2 traces errors, with the values that caused them. */
    private List<Path> traces() throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".trace.db")).collect(Collectors.toList());
        }
    }
}
