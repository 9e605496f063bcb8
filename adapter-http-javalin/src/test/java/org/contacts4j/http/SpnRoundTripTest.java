package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
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

/** Nothing of a contact is lost between SPN's dialect and the canonical API, however often it goes to and fro. */
final class SpnRoundTripTest {

    /** What the canonical API calls the members of the dialect. */
    private static final Map<String, String> CANONICAL = Map.of(
            "first_name", "firstName",
            "last_name", "lastName",
            "email", "email",
            "phone", "phone",
            "designation", "metadata.title",
            "company_id", "parentEntityId");

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
    @Domain(GeneratedBodies.OfSpn.class)
    void whatTheDialectMadeReadsBackWhole(@ForAll GeneratedBodies.Body generated) {
        ApiClient client = api.newcomer();
        Map<String, Object> sent = atACompany(client, generated);
        Reply created = client.post("/contacts", SavingProgram.json(sent));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.text("id");
        Reply canonical = client.get("contacts/" + id);
        sent.forEach((member, value) -> {
            boolean placeless = member.equals("is_primary") && !sent.containsKey("company_id");
            assertThat(created.at(member)).as(member).isEqualTo(JSON.valueToTree(placeless ? false : value));
            if (CANONICAL.containsKey(member)) {
                assertThat(canonical.at(CANONICAL.get(member))).as(member).isEqualTo(JSON.valueToTree(value));
            }
        });
        assertThat(client.put("contacts/" + id, canonical.body()).body()).isEqualTo(canonical.body());
        assertThat(client.get("/contacts/" + id).body()).isEqualTo(created.body());
        assertThat(client.patch("/contacts/" + id, created.body()).body()).isEqualTo(created.body());
        assertThat(client.get("contacts/" + id).body()).isEqualTo(canonical.body());
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfTheCanonicalApi.class)
    void whatTheCanonicalApiMadeComesBackWhole(@ForAll GeneratedBodies.Body sent) {
        ApiClient client = api.newcomer();
        Reply created = client.post("contacts", SavingProgram.json(sent.members()));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.text("id");
        Reply shown = SavingProgram.OF_SPN.save(client, id);
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        Map<String, JsonNode> before = SavingProgram.kept(created.json());
        Map<String, JsonNode> after =
                SavingProgram.kept(client.get("contacts/" + id).json());
        assertThat(after).containsAllEntriesOf(before);
        assertThat(SavingProgram.OF_SPN.save(client, id).body()).isEqualTo(shown.body());
    }

    private static Map<String, Object> atACompany(ApiClient client, GeneratedBodies.Body generated) {
        Map<String, Object> sent = new LinkedHashMap<>(generated.members());
        sent.computeIfPresent(
                "company_id",
                (member, value) ->
                        client.post("/companies", "{\"name\": \"Acme\"}").text("id"));
        return sent;
    }
}
