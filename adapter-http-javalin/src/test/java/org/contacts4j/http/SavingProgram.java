package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;

/** A program over one of the APIs that shows a contact in a form, and sends back all that it shows. */
enum SavingProgram {
    OF_THE_CANONICAL_API {
        @Override
        Reply save(ApiClient client, String id) {
            return client.put("contacts/" + id, client.get("contacts/" + id).body());
        }
    },

    OF_BOTTLECRM {
        @Override
        Reply save(ApiClient client, String id) {
            JsonNode shown = client.get("/api/contacts/" + id + "/").at("contact_obj");
            return client.put("/api/contacts/" + id + "/", json(whatIsSet(shown)));
        }
    },

    OF_REPZO {
        @Override
        Reply save(ApiClient client, String id) {
            JsonNode shown = client.get("/client-contact/" + id).at("data");
            return client.put("/client-contact/" + id, shown.toString());
        }
    },

    OF_SPN {
        @Override
        Reply save(ApiClient client, String id) {
            Map<String, JsonNode> form = whatIsSet(client.get("/contacts/" + id).json());
            // An e-mail that there is none of cannot be sent.
            form.values().removeIf(value -> value.asText("-").isEmpty());
            return client.patch("/contacts/" + id, json(form));
        }
    };

    /** What moves with every change. */
    private static final Set<String> MOVING = Set.of("version", "updatedAt", "updatedBy");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Opens the contact and saves it. */
    abstract Reply save(ApiClient client, String id);

    /** Has it saved. What the canonical API shows then. */
    Reply saved(ApiClient client, String id) {
        Reply reply = save(client, id);
        assertThat(reply.status()).as(this + ": " + reply.body()).isEqualTo(200);
        return client.get("contacts/" + id);
    }

    /** Everything in the document that is set and does not move, by path. */
    static Map<String, JsonNode> kept(JsonNode contact) {
        Map<String, JsonNode> found = new TreeMap<>();
        collect(contact, "", found);
        found.keySet().removeAll(MOVING);
        return found;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, JsonNode> whatIsSet(JsonNode document) {
        Map<String, JsonNode> set = new LinkedHashMap<>();
        document.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> set.put(member.getKey(), member.getValue()));
        return set;
    }

    private static void collect(JsonNode node, String path, Map<String, JsonNode> found) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(
                            member.getValue(), path.isEmpty() ? member.getKey() : path + "." + member.getKey(), found));
        } else if (!node.isNull()) {
            found.put(path, node);
        }
    }
}
