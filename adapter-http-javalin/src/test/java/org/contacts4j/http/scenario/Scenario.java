package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A sequence of requests with expected responses, sent by a member of its own organization. */
public final class Scenario {

    private final String name;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Set<Integer> later = new HashSet<>();

    private Scenario(String name) {
        this.name = name;
    }

    public static Scenario scenario(String name) {
        return new Scenario(name);
    }

    public String name() {
        return name;
    }

    public Scenario get(String path) {
        return call("GET", path, null);
    }

    public Scenario post(String path, String json) {
        return call("POST", path, json);
    }

    public Scenario put(String path, String json) {
        return call("PUT", path, json);
    }

    public Scenario patch(String path, String json) {
        return call("PATCH", path, json);
    }

    public Scenario delete(String path) {
        return call("DELETE", path, null);
    }

    /** Adds a request. The following expectations apply to its response. */
    public Scenario call(String method, String path, @Nullable String json) {
        exchanges.add(Exchange.of(method, path, json));
        return this;
    }

    /**
     * Sends the next request in a later millisecond than the last one, since the times of contacts are compared in
     * milliseconds.
     */
    public Scenario later() {
        later.add(exchanges.size());
        return this;
    }

    public Scenario sending(String header, String value) {
        return last(exchange -> exchange.sending(header, value));
    }

    public Scenario answers(int status) {
        return last(exchange -> exchange.answering(status));
    }

    /** Expects status 201 and stores the id in the response for later requests. */
    public Scenario makes(String as) {
        return answers(201).keep("id", as);
    }

    /** Expects this value at a dotted path; null expects JSON null. */
    public Scenario with(String at, @Nullable String value) {
        return last(exchange -> exchange.saying(at, value));
    }

    public Scenario withHeader(String header, String value) {
        return last(exchange -> exchange.withHeader(header, value));
    }

    /** Expects validation errors of exactly these fields. */
    public Scenario faulting(String... fields) {
        return last(exchange -> exchange.faulting(fields));
    }

    /** Stores a value of the response for later requests. */
    public Scenario keep(String at, String as) {
        return last(exchange -> exchange.keeping(at, as));
    }

    /** Runs the scenario against a server. */
    public void play(ApiClient client) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < exchanges.size(); i++) {
            if (later.contains(i)) {
                awaitNextMillisecond();
            }
            play(client, exchanges.get(i), kept);
        }
    }

    private static void awaitNextMillisecond() {
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() == now) {
            Thread.onSpinWait();
        }
    }

    private static void play(ApiClient client, Exchange exchange, Map<String, String> kept) {
        ApiClient caller = client;
        for (Map.Entry<String, String> header : exchange.headers().entrySet()) {
            caller = caller.with(header.getKey(), filled(header.getValue(), kept));
        }
        String path = filled(exchange.path(), kept);
        Reply reply = caller.call(exchange.method(), path, filled(exchange.body(), kept));
        String asked = exchange.method() + " " + path + " answered " + reply.body();
        assertThat(reply.status()).as(asked).isEqualTo(exchange.status());
        exchange.kept().forEach((at, as) -> kept.put(as, reply.text(at)));
        exchange.expected()
                .forEach((at, value) -> assertThat(textOf(asked, reply.at(filled(at, kept))))
                        .as("%s in %s", at, asked)
                        .isEqualTo(filled(value, kept)));
        exchange.expectedHeaders()
                .forEach((header, value) ->
                        assertThat(reply.header(header)).as(header).isEqualTo(filled(value, kept)));
        if (!exchange.faultyFields().isEmpty()) {
            assertThat(reply.faultyFields()).as(asked).containsExactlyInAnyOrderElementsOf(exchange.faultyFields());
        }
    }

    private static @Nullable String textOf(String asked, JsonNode node) {
        assertThat(node.isMissingNode())
                .as("the member is there when %s", asked)
                .isFalse();
        return node.isNull() ? null : node.isValueNode() ? node.asText() : node.toString();
    }

    private static @Nullable String filled(@Nullable String text, Map<String, String> kept) {
        String filled = text;
        for (Map.Entry<String, String> value : kept.entrySet()) {
            filled = filled == null ? null : filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private Scenario last(UnaryOperator<Exchange> change) {
        int last = exchanges.size() - 1;
        exchanges.set(last, change.apply(exchanges.get(last)));
        return this;
    }
}
