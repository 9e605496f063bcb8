package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.inmemory.InMemoryStore;

/** Nothing of a contact is lost between Repzo's dialect, the canonical API and BottleCRM's, however often it goes about. */
final class RepzoRoundTripTest {

    /** What the canonical API calls the members of the dialect. */
    private static final Map<String, String> CANONICAL = Map.ofEntries(
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
            Map.entry("company_namespace", "extensions.company_namespace"));

    /** What moves with every change. */
    private static final Set<String> MOVING = Set.of("version", "updatedAt", "updatedBy");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static RunningApi api;

    @BeforeContainer
    static void start() {
        api = RunningApi.over(Contacts4J.over(new InMemoryStore(), Clock.systemUTC(), new SecureRandom()));
    }

    @AfterContainer
    static void stop() {
        api.close();
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfRepzo.class)
    void whatTheDialectMadeComesBackWholeFromTheOthers(@ForAll GeneratedBodies.Body sent) {
        ApiClient client = api.newcomer();
        Reply created = client.post("/client-contact", json(sent.members()));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.text("data._id");
        Reply canonical = client.get("contacts/" + id);
        sent.members().forEach((member, value) -> {
            assertThat(created.at("data." + member)).as(member).isEqualTo(tree(value));
            if (CANONICAL.containsKey(member)) {
                assertThat(canonical.at(CANONICAL.get(member))).as(member).isEqualTo(tree(value));
            }
        });
        assertThat(client.get("/client-contact/" + id).body()).isEqualTo(created.body());
        assertThat(client.put("contacts/" + id, canonical.body()).body()).isEqualTo(canonical.body());
        assertThat(client.get("/client-contact/" + id).body()).isEqualTo(created.body());
        saveInBottleCrm(client, id);
        assertThat(set(client.get("/client-contact/" + id).at("data"))).isEqualTo(set(created.at("data")));
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfTheCanonicalApi.class)
    void whatTheCanonicalApiMadeComesBackWhole(@ForAll GeneratedBodies.Body sent) {
        ApiClient client = api.newcomer();
        Reply created = client.post("contacts", json(sent.members()));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(set(saved(client, created.text("id")).json())).containsAllEntriesOf(set(created.json()));
        assertThat(saved(client, created.text("id")).body())
                .isEqualTo(saved(client, created.text("id")).body());
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfTheDialect.class)
    void whatBottleCrmMadeComesBackWhole(@ForAll GeneratedBodies.Body sent) {
        ApiClient client = api.newcomer();
        String id = client.post("/api/contacts/", json(sent.members())).text("id");
        Reply shown = client.get("/api/contacts/" + id + "/");
        saved(client, id);
        assertThat(client.get("/api/contacts/" + id + "/").body()).isEqualTo(shown.body());
    }

    /** Sends back all that the dialect shows. What the canonical API shows then. */
    private static Reply saved(ApiClient client, String id) {
        String whole = client.get("/client-contact/" + id).at("data").toString();
        Reply reply = client.put("/client-contact/" + id, whole);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return client.get("contacts/" + id);
    }

    /** As a form does that shows a contact and is saved: what is unset is not sent. */
    private static void saveInBottleCrm(ApiClient client, String id) {
        Map<String, JsonNode> form = new LinkedHashMap<>();
        client.get("/api/contacts/" + id + "/").at("contact_obj").properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> form.put(member.getKey(), member.getValue()));
        Reply reply = client.put("/api/contacts/" + id + "/", json(form));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    /** Everything in the document that is set and does not move, by path. */
    private static Map<String, JsonNode> set(JsonNode contact) {
        Map<String, JsonNode> found = new TreeMap<>();
        collect(contact, "", found);
        found.keySet().removeAll(MOVING);
        return found;
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

    private static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
