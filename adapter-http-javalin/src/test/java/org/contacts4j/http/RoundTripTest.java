package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.http.RoundTripClient.OF_BOTTLECRM;
import static org.contacts4j.http.RoundTripClient.OF_REPZO;
import static org.contacts4j.http.RoundTripClient.OF_SPN;
import static org.contacts4j.http.RoundTripClient.OF_THE_CANONICAL_API;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.inmemory.InMemoryStore;

/** Tests that repeated round trips between the canonical API and its dialects lose no data of a contact. */
final class RoundTripTest {

    private static final int MOST = 6;

    private static RunningApi api;

    @BeforeContainer
    static void start() {
        api = RunningApi.over(Contacts4J.builder(new InMemoryStore()).build());
    }

    @AfterContainer
    static void stop() {
        api.close();
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfTheCanonicalApi.class)
    @Domain(DomainContext.Global.class)
    void keepsWhatTheCanonicalApiMade(@ForAll Body sent, @ForAll @Size(min = 1, max = MOST) List<RoundTripClient> way) {
        survives(api.newcomer(), OF_THE_CANONICAL_API, sent.members(), way);
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfBottleCrm.class)
    @Domain(DomainContext.Global.class)
    void keepsWhatBottleCrmMade(@ForAll Body sent, @ForAll @Size(min = 1, max = MOST) List<RoundTripClient> way) {
        survives(api.newcomer(), OF_BOTTLECRM, sent.members(), way);
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfRepzo.class)
    @Domain(DomainContext.Global.class)
    void keepsWhatRepzoMade(@ForAll Body sent, @ForAll @Size(min = 1, max = MOST) List<RoundTripClient> way) {
        survives(api.newcomer(), OF_REPZO, sent.members(), way);
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfSpn.class)
    @Domain(DomainContext.Global.class)
    void keepsWhatSpnMade(@ForAll Body sent, @ForAll @Size(min = 1, max = MOST) List<RoundTripClient> way) {
        ApiClient client = api.newcomer();
        survives(client, OF_SPN, atACompany(client, sent), way);
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfBottleCrm.class)
    void showsWhatBottleCrmMade(@ForAll Body sent) {
        ApiClient client = api.newcomer();
        JsonNode made = OF_BOTTLECRM.make(client, sent.members());
        isShown(client, OF_BOTTLECRM, made, sent.members());
        takesBackWhatItShows(client, OF_BOTTLECRM, made);
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfRepzo.class)
    void showsWhatRepzoMade(@ForAll Body sent) {
        ApiClient client = api.newcomer();
        isShown(client, OF_REPZO, OF_REPZO.make(client, sent.members()), sent.members());
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfSpn.class)
    void showsWhatSpnMade(@ForAll Body sent) {
        ApiClient client = api.newcomer();
        Map<String, Object> members = atACompany(client, sent);
        JsonNode made = OF_SPN.make(client, members);
        if (!members.containsKey("company_id")) {
            members.replace("is_primary", false);
        }
        isShown(client, OF_SPN, made, members);
        takesBackWhatItShows(client, OF_SPN, made);
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfTheCanonicalApi.class)
    void changesNothingWhenItsOwnProgramSavesAgain(@ForAll Body sent) {
        savesTheSameTwice(OF_THE_CANONICAL_API, sent);
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfTheCanonicalApi.class)
    void changesNothingWhenBottleCrmSavesAgain(@ForAll Body sent) {
        savesTheSameTwice(OF_BOTTLECRM, sent);
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfTheCanonicalApi.class)
    void changesNothingWhenRepzoSavesAgain(@ForAll Body sent) {
        savesTheSameTwice(OF_REPZO, sent);
    }

    @Property(tries = 150)
    @Domain(GeneratedBodies.OfTheCanonicalApi.class)
    void changesNothingWhenSpnSavesAgain(@ForAll Body sent) {
        savesTheSameTwice(OF_SPN, sent);
    }

    /**
     * Checks that saving a contact through other APIs loses nothing in the canonical API, and changes nothing in the
     * API that created it.
     */
    private static void survives(
            ApiClient client, RoundTripClient maker, Map<String, Object> sent, List<RoundTripClient> way) {
        String id = maker.idOf(maker.make(client, sent));
        Map<String, JsonNode> before = RoundTripClient.kept(OF_THE_CANONICAL_API.show(client, id));
        JsonNode shown = maker.show(client, id);
        way.forEach(program -> assertThat(RoundTripClient.kept(program.save(client, id)))
                .as(way + " at " + program)
                .containsAllEntriesOf(before));
        if (maker != OF_THE_CANONICAL_API) {
            assertThat(RoundTripClient.kept(maker.show(client, id)))
                    .as(way.toString())
                    .isEqualTo(RoundTripClient.kept(shown));
        }
    }

    /**
     * Checks that both APIs show the sent values under their own names, and that the canonical API accepts what it
     * shows.
     */
    private static void isShown(ApiClient client, RoundTripClient dialect, JsonNode made, Map<String, Object> sent) {
        String id = dialect.idOf(made);
        JsonNode shown = dialect.show(client, id);
        JsonNode canonical = OF_THE_CANONICAL_API.show(client, id);
        sent.forEach(
                (member, value) -> assertThat(made.path(member)).as(member).isEqualTo(RoundTripClient.tree(value)));
        assertThat(RoundTripClient.kept(made)).containsAllEntriesOf(RoundTripClient.kept(shown));
        dialect.canonicalNames().forEach((member, name) -> {
            if (sent.containsKey(member)) {
                assertThat(canonical.at("/" + name.replace('.', '/'))).as(name).isEqualTo(shown.path(member));
            }
        });
        assertThat(OF_THE_CANONICAL_API.send(client, id, canonical)).isEqualTo(canonical);
        assertThat(dialect.show(client, id)).isEqualTo(shown);
    }

    /**
     * Checks that sending back a whole contact of the dialect changes nothing. Repzo's dialect is not checked: it
     * stores labels that are sent, such as the creator.
     */
    private static void takesBackWhatItShows(ApiClient client, RoundTripClient dialect, JsonNode made) {
        String id = dialect.idOf(made);
        JsonNode shown = dialect.show(client, id);
        JsonNode canonical = OF_THE_CANONICAL_API.show(client, id);
        assertThat(dialect.send(client, id, shown)).isEqualTo(canonical);
        assertThat(dialect.show(client, id)).isEqualTo(shown);
    }

    private static void savesTheSameTwice(RoundTripClient program, Body sent) {
        ApiClient client = api.newcomer();
        JsonNode made = OF_THE_CANONICAL_API.make(client, sent.members());
        String id = OF_THE_CANONICAL_API.idOf(made);
        JsonNode once = program.save(client, id);
        assertThat(RoundTripClient.kept(once)).containsAllEntriesOf(RoundTripClient.kept(made));
        assertThat(program.save(client, id)).isEqualTo(once);
    }

    /**
     * Returns the members with the id of an existing company, if they name one. A contact without a company cannot be a
     * primary contact.
     */
    private static Map<String, Object> atACompany(ApiClient client, Body sent) {
        Map<String, Object> members = new LinkedHashMap<>(sent.members());
        if (members.containsKey("company_id")) {
            members.put(
                    "company_id",
                    client.post("/companies", "{\"name\": \"Acme\"}").text("id"));
        }
        return members;
    }
}
