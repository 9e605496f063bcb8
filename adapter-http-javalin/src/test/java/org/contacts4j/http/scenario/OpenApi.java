package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.contacts4j.http.ContactsHttpServer;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document of the canonical API, with validation of responses. */
public final class OpenApi {

    /**
     * The paths of the dialects, which this document does not describe. {@code docs/dialects.md} lists their
     * specifications.
     */
    private static final Set<String> DIALECTS =
            Set.of("/api/contacts", "/client-contact", "/v1/client-contact", "/contacts", "/companies");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final Map<Pattern, JsonNode> templates = new LinkedHashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private OpenApi(JsonNode document) {
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path -> templates.put(
                        Pattern.compile(path.getKey().replaceAll("\\{[^/]+}", "[^/]+")), path.getValue()));
    }

    /** Loads the document from the jar. */
    public static OpenApi load() {
        try (InputStream in = ContactsHttpServer.class.getResourceAsStream("openapi.json")) {
            return new OpenApi(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns every operation of the document, as {@code GET /path/{parameter}}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** Returns the headers of every response to a rate-limited request, by {@code GET /path/{parameter} 200}. */
    public Map<String, Set<String>> responsesOfCounted() {
        Map<String, Set<String>> counted = new TreeMap<>();
        for (String operation : operations()) {
            String[] parts = operation.split(" ", 2);
            JsonNode responses = document.path("paths")
                    .path(parts[1])
                    .path(parts[0].toLowerCase(Locale.ROOT))
                    .path("responses");
            if (responses.has("401")) {
                assertThat(responses.has("429")).as(operation + " 429").isTrue();
                responses.properties().forEach(response -> {
                    Set<String> headers = new TreeSet<>();
                    resolved(response.getValue()).path("headers").fieldNames().forEachRemaining(headers::add);
                    counted.put(operation + " " + response.getKey(), headers);
                });
            }
        }
        return counted;
    }

    /** Returns whether this document describes the path. */
    public static boolean describes(String path) {
        return DIALECTS.stream().noneMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    /** Asserts that the response conforms to the document. Requests to unknown paths and methods must fail. */
    public void check(String method, String path, Reply reply) {
        if (method.equals("HEAD") || method.equals("OPTIONS") || !describes(path)) {
            return;
        }
        Optional<JsonNode> operation = operation(method, path);
        if (operation.isEmpty()) {
            assertThat(reply.status())
                    .as("%s %s is not documented", method, path)
                    .isIn(400, 401, 403, 404, 405, 429);
            checkBody("/components/schemas/Failure", reply);
            return;
        }
        JsonNode response = resolved(operation.get().path("responses").path(String.valueOf(reply.status())));
        assertThat(response.isMissingNode())
                .as("%s %s answered %s, which is not documented: %s", method, path, reply.status(), reply.body())
                .isFalse();
        checkHeaders(response, reply);
        @Nullable
        String schema = response.at("/content/application~1json/schema/$ref").asText(null);
        if (schema != null) {
            checkBody(schema.substring(1), reply);
        } else if (!response.has("content")) {
            assertThat(reply.body()).isEmpty();
        }
    }

    private void checkHeaders(JsonNode response, Reply reply) {
        response.path("headers").properties().forEach(header -> {
            if (resolved(header.getValue()).path("required").asBoolean()) {
                assertThat(reply.headers().firstValue(header.getKey()))
                        .as(header.getKey())
                        .isPresent();
            }
        });
    }

    private void checkBody(String pointer, Reply reply) {
        assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        List<Error> errors = schemas.computeIfAbsent(pointer, this::schema).validate(reply.json());
        assertThat(errors).as("%s", reply.body()).isEmpty();
    }

    private Schema schema(String pointer) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$ref", "#" + pointer);
        schema.set("components", document.path("components"));
        return registry.getSchema(schema);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Optional<JsonNode> operation(String method, String path) {
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        JsonNode paths = document.path("paths");
        Optional<JsonNode> literal = Optional.of(paths.path(plain)).filter(found -> !found.isMissingNode());
        return literal.or(() -> templated(plain))
                .map(found -> found.path(method.toLowerCase(Locale.ROOT)))
                .filter(found -> !found.isMissingNode());
    }

    private Optional<JsonNode> templated(String path) {
        return templates.entrySet().stream()
                .filter(template -> template.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
