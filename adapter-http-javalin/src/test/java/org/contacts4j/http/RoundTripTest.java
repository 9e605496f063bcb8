package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.GeneratedBodies.Body;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.inmemory.InMemoryStore;

/** Whichever programs open and save a contact, one after the other, nothing of it is lost. */
final class RoundTripTest {

    private static final int MOST = 6;

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
    @Domain(GeneratedBodies.OfTheCanonicalApi.class)
    @Domain(DomainContext.Global.class)
    void keepsWhatTheCanonicalApiMade(@ForAll Body sent, @ForAll @Size(min = 1, max = MOST) List<SavingProgram> way) {
        ApiClient client = api.newcomer();
        survives(client, made(client, "contacts", sent.members()).text("id"), way);
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfBottleCrm.class)
    @Domain(DomainContext.Global.class)
    void keepsWhatBottleCrmMade(@ForAll Body sent, @ForAll @Size(min = 1, max = MOST) List<SavingProgram> way) {
        ApiClient client = api.newcomer();
        survives(client, made(client, "/api/contacts/", sent.members()).text("id"), way);
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfRepzo.class)
    @Domain(DomainContext.Global.class)
    void keepsWhatRepzoMade(@ForAll Body sent, @ForAll @Size(min = 1, max = MOST) List<SavingProgram> way) {
        ApiClient client = api.newcomer();
        survives(client, made(client, "/client-contact", sent.members()).text("data._id"), way);
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfSpn.class)
    @Domain(DomainContext.Global.class)
    void keepsWhatSpnMade(@ForAll Body sent, @ForAll @Size(min = 1, max = MOST) List<SavingProgram> way) {
        ApiClient client = api.newcomer();
        Map<String, Object> members = new LinkedHashMap<>(sent.members());
        members.computeIfPresent(
                "company_id",
                (member, any) ->
                        made(client, "/companies", Map.of("name", "Acme")).text("id"));
        String id = made(client, "/contacts", members).text("id");
        JsonNode shown = client.get("/contacts/" + id).json();
        survives(client, id, way);
        assertThat(client.get("/contacts/" + id).json().path("is_primary")).isEqualTo(shown.path("is_primary"));
    }

    private static void survives(ApiClient client, String id, List<SavingProgram> way) {
        Map<String, JsonNode> before =
                SavingProgram.kept(client.get("contacts/" + id).json());
        way.forEach(program -> assertThat(
                        SavingProgram.kept(program.saved(client, id).json()))
                .as(way + " at " + program)
                .containsAllEntriesOf(before));
    }

    private static Reply made(ApiClient client, String path, Map<String, Object> body) {
        Reply created = client.post(path, SavingProgram.json(body));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created;
    }
}
