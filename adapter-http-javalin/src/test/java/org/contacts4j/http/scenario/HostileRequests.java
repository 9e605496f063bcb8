package org.contacts4j.http.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hostile requests for the routes of a running server: the example of a route with parts that are replaced, removed,
 * repeated or damaged. A seed and a number determine a request.
 */
public final class HostileRequests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Map<String, List<Example>> examples = new TreeMap<>();
    private final List<String> routes;
    private final Map<String, String> ids;
    private final long seed;

    /**
     * Creates the requests for these routes.
     *
     * @param routes routes as {@code GET /path/{parameter}}
     * @param ids existing ids by the placeholders of examples
     */
    public HostileRequests(Collection<String> routes, Map<String, String> ids, long seed) {
        for (String route : routes) {
            List<Example> matching = Stream.concat(RouteExamples.ALL.stream(), RouteExamples.OF_ELSEWHERE.stream())
                    .filter(example ->
                            example.routeAmong(routes).filter(route::equals).isPresent())
                    .toList();
            examples.put(route, matching.isEmpty() ? List.of(template(route)) : matching);
        }
        this.routes = List.copyOf(examples.keySet());
        this.ids = ids;
        this.seed = seed;
    }

    private static Example template(String route) {
        String[] parts = route.split(" ", 2);
        return new Example(parts[0], parts[1], null, null, false, false);
    }

    /** Returns the request with this number. The first ones cover all routes. */
    public HostileRequest get(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        List<Example> choices = examples.get(routes.get(number % routes.size()));
        Example example = choices.get(random.nextInt(choices.size()));
        String whole = example.path().startsWith("/") ? example.path() : "/api/v1/" + example.path();
        Map<String, String> headers = headers(random, example);
        return new HostileRequest(example.method(), path(random, whole), headers, body(random, example, headers));
    }

    private String path(Random random, String path) {
        Matcher placeholders = PLACEHOLDER.matcher(path);
        String filled = placeholders.replaceAll(found -> Matcher.quoteReplacement(value(random, found.group(1))));
        StringBuilder hostile = new StringBuilder(filled);
        for (int i = random.nextInt(6) - 2; i > 0; i--) {
            hostile.append(hostile.indexOf("?") < 0 ? '?' : '&')
                    .append(encoded(HostileValues.one(random, HostileValues.PARAMETERS)))
                    .append('=')
                    .append(encoded(HostileValues.text(random)));
        }
        return hostile.toString();
    }

    private String value(Random random, String placeholder) {
        String known = ids.get(placeholder);
        return known != null && random.nextInt(3) > 0 ? known : encoded(HostileValues.text(random));
    }

    private static Map<String, String> headers(Random random, Example example) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (example.body() != null) {
            String type = Upload.isForm(example.body()) ? Upload.TYPE : "application/json";
            headers.put(
                    "Content-Type",
                    random.nextInt(10) == 0 ? HostileValues.one(random, HostileValues.MEDIA_TYPES) : type);
        }
        if (random.nextInt(4) == 0) {
            headers.put(
                    HostileValues.one(random, HostileValues.HEADERS),
                    HostileValues.one(random, HostileValues.HEADER_VALUES));
        }
        return headers;
    }

    private String body(Random random, Example example, Map<String, String> headers) {
        String body = example.body();
        if (body == null) {
            return random.nextInt(20) == 0 ? HostileValues.text(random) : "";
        }
        String filled = PLACEHOLDER
                .matcher(body)
                .replaceAll(found -> Matcher.quoteReplacement(
                        ids.containsKey(found.group(1)) ? value(random, found.group(1)) : found.group()));
        filled = filled.replace("https://example.org", "https://webhook.invalid");
        String hostile = headers.get("Content-Type").contains("json") ? json(random, filled) : filled;
        return utf8(random.nextInt(6) == 0 ? damaged(random, hostile) : hostile);
    }

    private static String json(Random random, String body) {
        try {
            JsonNode tree = JSON.readTree(body);
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutate(random, tree);
            }
            // Raw values, such as numbers that no library writes, are placed as texts and then unquoted.
            return JSON.writeValueAsString(tree).replaceAll("\"raw:([^\"]*)\"", "$1");
        } catch (JsonProcessingException e) {
            return body;
        }
    }

    private static void mutate(Random random, JsonNode tree) {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        if (containers.isEmpty()) {
            return;
        }
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.addAll(HostileValues.MEMBERS);
            String name = random.nextInt(10) == 0 ? HostileValues.text(random) : HostileValues.one(random, names);
            if (random.nextInt(6) == 0) {
                object.remove(name);
            } else {
                object.set(name, HostileValues.json(random, 0));
            }
        } else if (container instanceof ArrayNode array) {
            int copies = random.nextInt(10) == 0 ? 2_000 : random.nextInt(3);
            JsonNode element = HostileValues.json(random, 0);
            for (int i = 0; i < copies; i++) {
                array.add(element);
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    /** Returns the text cut, with a part repeated, or with a byte replaced. */
    private static String damaged(Random random, String text) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text;
            default ->
                text.substring(0, at) + (char) random.nextInt(256) + text.substring(Math.min(at + 1, text.length()));
        };
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
