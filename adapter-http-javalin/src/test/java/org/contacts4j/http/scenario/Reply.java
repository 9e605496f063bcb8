package org.contacts4j.http.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a server answered. */
public record Reply(int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    /** The value at a dotted path, such as {@code data[0].name}. */
    public JsonNode at(String path) {
        String pointer = "/" + path.replace("[", ".").replace("]", "").replace('.', '/');
        return json().at(pointer);
    }

    public String text(String path) {
        return at(path).asText();
    }

    /** The header; empty when there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The fields that a refusal finds fault with. */
    public List<String> faultyFields() {
        return StreamSupport.stream(json().path("details").spliterator(), false)
                .map(detail -> detail.path("field").asText())
                .toList();
    }
}
