package org.contacts4j.http.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;

/** The response of a server. */
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

    /** Returns the value at a dotted path, such as {@code data[0].name}. */
    public JsonNode at(String path) {
        String pointer = "/" + path.replace("[", ".").replace("]", "").replace('.', '/');
        return json().at(pointer);
    }

    public String text(String path) {
        return at(path).asText();
    }

    /** Returns the header; empty when it is absent. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Returns the fields of the validation errors in the response. */
    public List<String> faultyFields() {
        return StreamSupport.stream(json().path("details").spliterator(), false)
                .map(detail -> detail.path("field").asText())
                .toList();
    }
}
