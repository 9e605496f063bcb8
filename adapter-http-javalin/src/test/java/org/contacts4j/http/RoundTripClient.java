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

/** A client program of one API that reads a contact and sends it back. */
enum RoundTripClient {
    OF_THE_CANONICAL_API("PUT", "contacts", "", "id", Map.of()),

    OF_BOTTLECRM(
            "PUT",
            "/api/contacts",
            "contact_obj",
            "id",
            Map.ofEntries(
                    Map.entry("first_name", "firstName"),
                    Map.entry("last_name", "lastName"),
                    Map.entry("primary_email", "email"),
                    Map.entry("mobile_number", "phone"),
                    Map.entry("organization", "company"),
                    Map.entry("department", "metadata.department"),
                    Map.entry("designation", "metadata.title"),
                    Map.entry("address_line", "address.line1"),
                    Map.entry("street", "address.line2"),
                    Map.entry("city", "address.city"),
                    Map.entry("state", "address.stateProvince"),
                    Map.entry("postcode", "address.postalCode"),
                    Map.entry("country", "address.country"),
                    Map.entry("assigned_to", "assignedTo"),
                    Map.entry("teams", "teams"),
                    Map.entry("salutation", "salutation"),
                    Map.entry("language", "language"),
                    Map.entry("description", "description"),
                    Map.entry("do_not_call", "dnc"),
                    Map.entry("is_active", "isActive"),
                    Map.entry("linked_in_url", "extensions.linked_in_url"),
                    Map.entry("linkedin_url", "extensions.linkedin_url"),
                    Map.entry("facebook_url", "extensions.facebook_url"),
                    Map.entry("twitter_username", "extensions.twitter_username"),
                    Map.entry("date_of_birth", "extensions.date_of_birth"))) {
        @Override
        Object form(JsonNode contact) {
            return whatIsSet(contact);
        }
    },

    OF_REPZO(
            "PUT",
            "/client-contact",
            "data",
            "_id",
            Map.ofEntries(
                    Map.entry("name", "name"),
                    Map.entry("local_name", "localName"),
                    Map.entry("phone1", "phone"),
                    Map.entry("email", "email"),
                    Map.entry("title", "metadata.title"),
                    Map.entry("extra_info", "description"),
                    Map.entry("creator", "extensions.creator"),
                    Map.entry("editor", "extensions.editor"),
                    Map.entry("media", "extensions.media"),
                    Map.entry("cover_photo", "extensions.cover_photo"),
                    Map.entry("integration_meta", "extensions.integration_meta"),
                    Map.entry("company_namespace", "extensions.company_namespace"))),

    OF_SPN(
            "PATCH",
            "/contacts",
            "",
            "id",
            Map.of(
                    "first_name", "firstName",
                    "last_name", "lastName",
                    "email", "email",
                    "phone", "phone",
                    "designation", "metadata.title",
                    "company_id", "parentEntityId")) {
        @Override
        Object form(JsonNode contact) {
            Map<String, JsonNode> form = whatIsSet(contact);
            // An empty email cannot be sent.
            form.values().removeIf(value -> value.asText("-").isEmpty());
            return form;
        }
    };

    /** The members that every change modifies. */
    private static final Set<String> MOVING = Set.of("version", "updatedAt", "updatedBy", "updated_at");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String method;
    private final String path;
    private final String wrapper;
    private final String id;
    private final Map<String, String> canonicalNames;

    /**
     * Creates a client program of an API.
     *
     * @param method the HTTP method that changes a contact
     * @param wrapper the member that may contain the contact in a response
     * @param canonicalNames the names of the members in the canonical API
     */
    RoundTripClient(String method, String path, String wrapper, String id, Map<String, String> canonicalNames) {
        this.method = method;
        this.path = path;
        this.wrapper = wrapper;
        this.id = id;
        this.canonicalNames = canonicalNames;
    }

    /** Returns the canonical names of the members with an equivalent in the canonical API. */
    Map<String, String> canonicalNames() {
        return canonicalNames;
    }

    /** Creates a contact and returns it as the response shows it. */
    JsonNode make(ApiClient client, Map<String, Object> members) {
        Reply created = client.post(path, json(members));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return contactIn(created);
    }

    /** Returns the id of a contact of this API. */
    String idOf(JsonNode contact) {
        return contact.path(id).asText();
    }

    /** Returns the contact as this API shows it. */
    JsonNode show(ApiClient client, String contact) {
        return contactIn(client.get(path + "/" + contact));
    }

    /**
     * Sends a whole contact, as returned by {@link #show}. Returns the contact as the canonical API shows it
     * afterwards.
     */
    JsonNode send(ApiClient client, String contact, Object form) {
        Reply reply = client.call(method, path + "/" + contact, json(form));
        assertThat(reply.status()).as(this + ": " + reply.body()).isEqualTo(200);
        return OF_THE_CANONICAL_API.show(client, contact);
    }

    /** Reads the contact and sends it back. Returns the contact as the canonical API shows it afterwards. */
    JsonNode save(ApiClient client, String contact) {
        return send(client, contact, form(show(client, contact)));
    }

    /** Returns the body that the program sends for a contact that another program may have created. */
    Object form(JsonNode contact) {
        return contact;
    }

    /** Returns the values that are set and not modified by every change, by path. */
    static Map<String, JsonNode> kept(JsonNode contact) {
        Map<String, JsonNode> found = new TreeMap<>();
        collect(contact, "", found);
        found.keySet().removeAll(MOVING);
        return found;
    }

    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    private JsonNode contactIn(Reply reply) {
        JsonNode answer = reply.json();
        return answer.has(wrapper) ? answer.path(wrapper) : answer;
    }

    private static String json(Object value) {
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
