package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Clock;
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
        Reply created = client.post("/client-contact", SavingProgram.json(sent.members()));
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
        SavingProgram.OF_BOTTLECRM.saved(client, id);
        assertThat(SavingProgram.kept(client.get("/client-contact/" + id).at("data")))
                .isEqualTo(SavingProgram.kept(created.at("data")));
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfTheCanonicalApi.class)
    void whatTheCanonicalApiMadeComesBackWhole(@ForAll GeneratedBodies.Body sent) {
        ApiClient client = api.newcomer();
        Reply created = client.post("contacts", SavingProgram.json(sent.members()));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(SavingProgram.kept(
                        SavingProgram.OF_REPZO.saved(client, created.text("id")).json()))
                .containsAllEntriesOf(SavingProgram.kept(created.json()));
        assertThat(SavingProgram.OF_REPZO.saved(client, created.text("id")).body())
                .isEqualTo(
                        SavingProgram.OF_REPZO.saved(client, created.text("id")).body());
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfBottleCrm.class)
    void whatBottleCrmMadeComesBackWhole(@ForAll GeneratedBodies.Body sent) {
        ApiClient client = api.newcomer();
        String id = client.post("/api/contacts/", SavingProgram.json(sent.members()))
                .text("id");
        Reply shown = client.get("/api/contacts/" + id + "/");
        SavingProgram.OF_REPZO.saved(client, id);
        assertThat(client.get("/api/contacts/" + id + "/").body()).isEqualTo(shown.body());
    }

    private static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }
}
