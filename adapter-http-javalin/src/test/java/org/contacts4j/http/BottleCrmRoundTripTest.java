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

/** Nothing of a contact is lost between BottleCRM's dialect and the canonical API, however often it goes to and fro. */
final class BottleCrmRoundTripTest {

    /** What the canonical API calls the members of the dialect. */
    private static final Map<String, String> CANONICAL = Map.ofEntries(
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
            Map.entry("date_of_birth", "extensions.date_of_birth"));

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
    @Domain(GeneratedBodies.OfTheDialect.class)
    void whatTheDialectMadeReadsBackWhole(@ForAll GeneratedBodies.Body sent) {
        ApiClient client = api.newcomer();
        Reply created = client.post("/api/contacts/", json(sent.members()));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.text("id");
        Reply canonical = client.get("contacts/" + id);
        sent.members().forEach((member, value) -> {
            assertThat(created.at(member)).as(member).isEqualTo(JSON.valueToTree(value));
            if (CANONICAL.containsKey(member)) {
                assertThat(canonical.at(CANONICAL.get(member))).as(member).isEqualTo(JSON.valueToTree(value));
            }
        });
        Reply shown = client.get("/api/contacts/" + id + "/");
        assertThat(client.put("contacts/" + id, canonical.body()).body()).isEqualTo(canonical.body());
        assertThat(client.get("/api/contacts/" + id + "/").body()).isEqualTo(shown.body());
        assertThat(client.put("/api/contacts/" + id, shown.at("contact_obj").toString())
                        .status())
                .isEqualTo(200);
        assertThat(client.get("contacts/" + id).body()).isEqualTo(canonical.body());
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfTheCanonicalApi.class)
    void whatTheCanonicalApiMadeComesBackWhole(@ForAll GeneratedBodies.Body sent) {
        ApiClient client = api.newcomer();
        Reply created = client.post("contacts", json(sent.members()));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.text("id");
        Reply once = sendBackWhatIsShown(client, id);
        assertThat(set(once.json())).containsAllEntriesOf(set(created.json()));
        assertThat(sendBackWhatIsShown(client, id).body()).isEqualTo(once.body());
    }

    /** As a form does that shows a contact and is saved: what is unset is not sent. */
    private static Reply sendBackWhatIsShown(ApiClient client, String id) {
        Map<String, JsonNode> form = new LinkedHashMap<>();
        client.get("/api/contacts/" + id + "/").at("contact_obj").properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> form.put(member.getKey(), member.getValue()));
        Reply reply = client.put("/api/contacts/" + id + "/", json(form));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return client.get("contacts/" + id);
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

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
