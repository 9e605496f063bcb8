package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

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
    @Domain(GeneratedBodies.OfBottleCrm.class)
    void whatTheDialectMadeReadsBackWhole(@ForAll GeneratedBodies.Body sent) {
        ApiClient client = api.newcomer();
        Reply created = client.post("/api/contacts/", SavingProgram.json(sent.members()));
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
        Reply created = client.post("contacts", SavingProgram.json(sent.members()));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.text("id");
        Reply once = SavingProgram.OF_BOTTLECRM.saved(client, id);
        assertThat(SavingProgram.kept(once.json())).containsAllEntriesOf(SavingProgram.kept(created.json()));
        assertThat(SavingProgram.OF_BOTTLECRM.saved(client, id).body()).isEqualTo(once.body());
    }
}
