package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.HostileRequest;
import org.contacts4j.http.scenario.HostileRequests;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.inmemory.InMemoryStore;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends hostile requests to every route of every API of a server with little memory. The system properties {@code
 * contacts4j.hostile} and {@code contacts4j.seed} set the number of requests for each API and their seed. By default, the
 * seed is the day.
 */
@Order(1)
class HostileRequestsIT {

    private static final int REQUESTS = Integer.getInteger("contacts4j.hostile", 500);
    private static final int SENDERS = 4;
    private static final int WITH_THE_SAME_IDS = 100;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final String SECRET = "a secret that is longer than 32 bytes";

    /** The paths of each API. */
    private static final Map<String, Pattern> APIS = Map.of(
            "canonical", Pattern.compile("\\w+ /(api/v1/.*|livez|readyz|metrics|info|openapi.json)"),
            "bottlecrm", Pattern.compile("\\w+ /api/contacts.*"),
            "repzo", Pattern.compile("\\w+ (/v1)?/client-contact.*"),
            "spn", Pattern.compile("\\w+ /(contacts|companies).*"));

    private static final Pattern INTERNALS = Pattern.compile("Exception|java\\.|org\\.contacts4j|SQLSTATE|jdbc");

    private final long seed =
            Long.getLong("contacts4j.seed", LocalDate.now(ZoneOffset.UTC).toEpochDay());

    @TempDir
    private Path directory;

    @Test
    void answersAnyRequestOnH2() throws Exception {
        try (ServerProcess server = start()) {
            for (String api : new TreeMap<>(APIS).keySet()) {
                new Attack(server, api).send();
            }
            assertHealthy(server);
        }
    }

    /** Requests that were refused are sent again, and must not change any table. */
    @Test
    void answersAnyRequestOnPostgresAndStoresNothingOfWhatItRefuses() throws Exception {
        String url = TestPostgres.freshDatabase();
        try (ServerProcess server = start("--db-url", url, "--db-user", TestPostgres.SUPERUSER)) {
            TableFingerprint tables = new TableFingerprint(url);
            for (String api : new TreeMap<>(APIS).keySet()) {
                Attack attack = new Attack(server, api);
                attack.send();
                attack.repeatRefused(tables);
            }
            assertHealthy(server);
        }
    }

    private static Duration cpu(ServerProcess server) {
        return server.handle().info().totalCpuDuration().orElseThrow();
    }

    private ServerProcess start(String... settings) throws Exception {
        String[] arguments = IntStream.range(0, settings.length + 6)
                .mapToObj(i -> i < 6
                        ? List.of("--port", "0", "--rate-limit", "off", "--jwt-secret", SECRET)
                                .get(i)
                        : settings[i - 6])
                .toArray(String[]::new);
        return ServerProcess.start(directory, List.of("-Xmx256m", "-XX:+UseSerialGC"), arguments);
    }

    private static ApiClient client(ServerProcess server, String organization) throws IOException {
        return ApiClient.of(server.url()).withToken(Clients.token(SECRET, organization, Role.ADMIN));
    }

    private static void assertHealthy(ServerProcess server) throws Exception {
        assertThat(ApiClient.of(server.url()).get("/readyz").status()).isEqualTo(200);
        assertThat(server.err()).doesNotContain("OutOfMemoryError", " ERROR ");
    }

    /** The requests to one API. Each sender has its own organization, so that no limit of an organization applies. */
    private final class Attack {

        private final ServerProcess server;
        private final String api;
        private final List<String> routes;
        private final Map<HostileRequest, ApiClient> refused = new ConcurrentHashMap<>();
        private final AtomicLong slowest = new AtomicLong();

        Attack(ServerProcess server, String api) {
            this.server = server;
            this.api = api;
            this.routes = routes().stream()
                    .filter(route -> APIS.get(api).matcher(route).matches())
                    .toList();
        }

        private static List<String> routes() {
            try (Contacts4J contacts4j = Contacts4J.builder(new InMemoryStore()).build();
                    RunningApi running = RunningApi.over(contacts4j)) {
                assertThat(running.routes())
                        .allMatch(route -> APIS.values().stream()
                                        .filter(paths -> paths.matcher(route).matches())
                                        .count()
                                == 1);
                return running.routes().stream().sorted().toList();
            }
        }

        void send() {
            Duration before = cpu(server);
            IntStream.range(0, SENDERS).parallel().forEach(this::sendAs);
            System.out.printf(
                    "%s: %d hostile requests with seed %d to %d routes, %d refused, 0 failed, slowest %d ms, %.1f ms of"
                            + " processor time each%n",
                    api,
                    REQUESTS,
                    seed,
                    routes.size(),
                    refused.size(),
                    slowest.get(),
                    (double) cpu(server).minus(before).toMillis() / REQUESTS);
        }

        private void sendAs(int sender) {
            try {
                ApiClient client = client(server, api + "-" + sender);
                HostileRequests requests = new HostileRequests(routes, freshIds(client), seed);
                for (int number = sender; number < REQUESTS; number += SENDERS) {
                    if (number / SENDERS % WITH_THE_SAME_IDS == 0) {
                        requests = new HostileRequests(routes, freshIds(client), seed);
                    }
                    send(client, requests.get(number), number);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void send(ApiClient client, HostileRequest request, int number) {
            long begin = System.nanoTime();
            HttpResponse<byte[]> response = request.send(client);
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            slowest.accumulateAndGet(taken.toMillis(), Math::max);
            String what = "request %d with seed %d: %s".formatted(number, seed, request);
            assertThat(response.statusCode()).as(what).isBetween(200, 499);
            assertThat(taken).as(what).isLessThan(LONGEST);
            if (response.statusCode() >= 400) {
                refused.put(request, client);
                assertThat(new String(response.body(), StandardCharsets.UTF_8))
                        .as(what)
                        .doesNotContainPattern(INTERNALS);
            }
        }

        /** A request may be accepted the second time, because of a change meanwhile. Then the tables are read again. */
        void repeatRefused(TableFingerprint tables) throws Exception {
            List<String> before = tables.read();
            int unchecked = 0;
            for (Map.Entry<HostileRequest, ApiClient> entry : refused.entrySet()) {
                HostileRequest request = entry.getKey();
                int status = request.send(entry.getValue()).statusCode();
                unchecked++;
                if (status < 400) {
                    before = tables.read();
                    unchecked = 0;
                } else if (unchecked == 20) {
                    assertThat(tables.read())
                            .as("tables after 20 refused requests, the last one %s", request)
                            .isEqualTo(before);
                    unchecked = 0;
                }
            }
            assertThat(tables.read()).as("tables after refused requests").isEqualTo(before);
        }

        /** Creates records, and returns their ids by the placeholders of examples. */
        private static Map<String, String> freshIds(ApiClient client) {
            Map<String, String> ids = new LinkedHashMap<>();
            ids.put("company", client.post("companies", "{\"name\": \"Acme\"}").text("id"));
            for (String contact : List.of("contact", "own", "led", "boss")) {
                ids.put(contact, client.create("Ada").text("id"));
            }
            String contact = "contacts/" + ids.get("contact");
            ids.put(
                    "comment",
                    client.post(contact + "/comments", "{\"text\": \"x\"}").text("id"));
            ids.put(
                    "link",
                    client.post(contact + "/links", "{\"type\": \"task\", \"externalId\": \"1\"}")
                            .text("id"));
            ids.put("tag", client.post("tags", "{\"name\": \"vip\"}").text("id"));
            ids.put(
                    "field",
                    client.post("custom-fields", "{\"key\": \"k" + System.nanoTime() + "\", \"type\": \"text\"}")
                            .text("id"));
            ids.put(
                    "webhook",
                    client.post("webhooks", "{\"url\": \"https://webhook.invalid\", \"active\": false}")
                            .text("id"));
            ids.put("import", client.post("imports", "[{\"name\": \"Ada\"}]").text("id"));
            ids.put("member", "ada");
            ids.put("team", "north");
            return ids;
        }
    }
}
