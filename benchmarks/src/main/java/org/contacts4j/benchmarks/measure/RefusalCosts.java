package org.contacts4j.benchmarks.measure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contacts4j.benchmarks.load.HttpConnection;
import org.contacts4j.benchmarks.load.MeasuredServer;
import org.contacts4j.benchmarks.load.Plan;
import org.contacts4j.benchmarks.load.Servers;
import org.contacts4j.benchmarks.load.Token;

/**
 * Measurement of the processor time for hostile bodies of a megabyte. Sends each kind of body of each API, with each of
 * {@link HostileValues} in its members.
 */
public final class RefusalCosts {

    private static final int WARM_UP_ROUNDS = 2;
    private static final int TIMES = 3;

    private final Plan plan;

    /** Creates a measurement of an in-memory server. */
    public RefusalCosts(Plan plan) {
        this.plan = plan;
    }

    /** Measures and prints the table. */
    public void run() throws IOException {
        List<Hostile> all = bodies();
        List<Cost> costs = new ArrayList<>();
        try (MeasuredServer server = Servers.inMemory(plan)) {
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                for (Hostile body : all) {
                    cost(server, body, 1);
                }
            }
            for (Hostile body : all) {
                costs.add(cost(server, body, TIMES));
            }
        }
        print(costs);
    }

    private Cost cost(MeasuredServer server, Hostile body, int times) throws IOException {
        byte[] content = body.content();
        byte[] request = body.request(
                content, Token.ofAdministrator(plan.main().organization().value()));
        int status = 0;
        int answer = 0;
        Duration before = server.processorTime();
        try (HttpConnection connection = new HttpConnection(server.address())) {
            for (int i = 0; i < times; i++) {
                status = connection.exchange(request);
                answer = Math.max(answer, connection.body().length());
            }
        }
        double millis = server.processorTime().minus(before).toNanos() / 1e6;
        return new Cost(body, status, answer, millis / times / (content.length / 1e6));
    }

    private List<Hostile> bodies() {
        String contact = "/api/v1/contacts/" + plan.main().id(0);
        Map<String, String> routes = new LinkedHashMap<>();
        for (String member : List.of(
                "name",
                "email",
                "emails",
                "phones",
                "website",
                "address",
                "tags",
                "assignedTo",
                "customFields",
                "extensions",
                "metadata",
                "ignored")) {
            routes.put("POST /api/v1/contacts " + member, "{\"" + member + "\":%s}");
        }
        routes.put("PATCH " + contact + " customFields", "{\"customFields\":%s}");
        routes.put("POST /api/v1/contacts/search query", "{\"query\":%s}");
        routes.put("POST /api/v1/contacts/search groups", "{\"query\":{\"groups\":%s}}");
        routes.put(
                "POST /api/v1/contacts/search in",
                "{\"query\":{\"groups\":[{\"conditions\":[{\"field\":\"tags\",\"op\":\"in\",\"value\":%s}]}]}}");
        routes.put("POST /api/v1/contacts/search q", "{\"q\":%s}");
        routes.put("PUT /api/v1/contacts/views views", "{\"views\":%s}");
        routes.put("POST /api/v1/tags name", "{\"name\":%s}");
        routes.put("POST " + contact + "/tags tags", "{\"tags\":%s}");
        routes.put("POST /api/v1/custom-fields options", "{\"key\":\"k\",\"type\":\"select\",\"options\":%s}");
        routes.put("PUT /api/v1/custom-values/k value", "{\"value\":%s}");
        routes.put("POST /api/v1/custom-values/render template", "{\"template\":%s}");
        routes.put("POST /api/v1/companies name", "{\"name\":%s}");
        routes.put("POST " + contact + "/links amount", "{\"type\":%1$s}");
        routes.put("POST " + contact + "/comments text", "{\"text\":%s}");
        routes.put("POST /api/v1/webhooks events", "{\"url\":\"https://example.org/\",\"events\":%s}");
        routes.put("POST /api/v1/webhooks url", "{\"url\":%s}");
        routes.put("PUT /api/v1/members/m name", "{\"name\":%s}");
        routes.put("PUT /api/v1/teams/t members", "{\"members\":%s}");
        routes.put("POST /api/v1/contacts/import customFields", "[{\"customFields\":%s}]");
        routes.put("POST /api/v1/contacts/import rows", "%s");
        for (String member : List.of("first_name", "teams", "date_of_birth", "do_not_call")) {
            routes.put("POST /api/contacts/ " + member, "{\"" + member + "\":%s}");
        }
        for (String member : List.of("name", "media", "creator", "integration_meta")) {
            routes.put("POST /client-contact " + member, "{\"" + member + "\":%s}");
        }
        for (String member : List.of("first_name", "is_primary", "ignored")) {
            routes.put("POST /contacts " + member, "{\"" + member + "\":%s}");
        }
        List<Hostile> bodies = new ArrayList<>();
        Map<String, String> values = HostileValues.all();
        routes.forEach((route, template) -> values.forEach(
                (name, value) -> bodies.add(new Hostile(route, name, "application/json", template, value))));
        forms(bodies);
        tables(bodies);
        return bodies.stream()
                .filter(body -> plan.only().isEmpty() || plan.only().stream().anyMatch(body.route()::contains))
                .toList();
    }

    private static void forms(List<Hostile> bodies) {
        String type = "application/x-www-form-urlencoded";
        Map<String, String> pairs = Map.of(
                "many pairs",
                "a%d=1&",
                "equal names",
                "teams=1&",
                "percent",
                "%%41=%%42&",
                "no names",
                "&=&",
                "lists",
                "teams=[]&");
        pairs.forEach((name, pair) -> {
            StringBuilder form = new StringBuilder();
            for (int i = 0; form.length() < 1_000_000; i++) {
                form.append(pair.formatted(i));
            }
            bodies.add(new Hostile("POST /api/contacts/ form", name, type, "%s", form.toString()));
        });
    }

    private static void tables(List<Hostile> bodies) {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("a cell of a megabyte", "name\n" + "x".repeat(1_000_000));
        tables.put("a row of many cells", "name\n" + "x,".repeat(500_000));
        tables.put("many columns", "name," + "email,".repeat(150_000) + "\nx");
        tables.put(
                "500 e-mail columns",
                "name" + ",email".repeat(400) + "\n" + ("x" + ",a@".repeat(400) + "\n").repeat(800));
        tables.put("quotes", "name\n" + "\"\"".repeat(500_000));
        tables.forEach((name, table) ->
                bodies.add(new Hostile("POST /api/v1/contacts/import table", name, "text/csv", "%s", table)));
    }

    private static void print(List<Cost> costs) {
        System.out.printf(
                "%n| Body | Dearest value | Status | Answer, bytes | Processor, ms a megabyte |%n|---|---|---|---|---|%n");
        Map<String, List<Cost>> byRoute = costs.stream()
                .collect(Collectors.groupingBy(cost -> cost.body().route(), LinkedHashMap::new, Collectors.toList()));
        byRoute.values().stream()
                .map(some -> some.stream()
                        .max(Comparator.comparingDouble(Cost::millis))
                        .orElseThrow())
                .forEach(Cost::print);
        System.out.printf("%nThe twenty dearest:%n%n");
        costs.stream()
                .sorted(Comparator.comparingDouble(Cost::millis).reversed())
                .limit(20)
                .forEach(Cost::print);
        System.out.printf("%nThe longest answer: ");
        costs.stream().max(Comparator.comparingInt(Cost::answer)).ifPresent(Cost::print);
    }

    /**
     * A hostile body.
     *
     * @param route method, path and member
     * @param name the name of the value
     * @param template the body around the value
     */
    private record Hostile(String route, String name, String type, String template, String value) {

        byte[] content() {
            return template.formatted(value).getBytes(StandardCharsets.UTF_8);
        }

        byte[] request(byte[] content, String token) {
            String[] words = route.split(" ");
            String head = words[0] + " " + words[1] + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: " + type + "\r\nContent-Length: " + content.length + "\r\n\r\n";
            ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + content.length);
            request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(content);
            return request.toByteArray();
        }
    }

    private record Cost(Hostile body, int status, int answer, double millis) {

        void print() {
            System.out.printf("| %s | %s | %d | %,d | %.0f |%n", body.route(), body.name(), status, answer, millis);
        }
    }
}
