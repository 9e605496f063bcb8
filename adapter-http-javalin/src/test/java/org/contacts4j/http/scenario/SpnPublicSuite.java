package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of public callers in SPN's dialect. They may access contacts of open organizations and nothing else. */
interface SpnPublicSuite extends ApiUnderTest {

    String FIRST = RunningApi.OPEN.get(0).value();
    String SECOND = RunningApi.OPEN.get(1).value();

    String ADA = "{\"first_name\": \"Ada\", \"email\": \"ada@example.org\"}";

    @Test
    default void anybodyReadsAndChangesContactsOfOpenOrganizations() {
        for (String organization : List.of(FIRST, SECOND)) {
            String ada = create(api().member(organization), ADA);
            assertThat(api().anonymous().get("/contacts/" + ada).text("first_name"))
                    .isEqualTo("Ada");
            Reply changed = api().anonymous().patch("/contacts/" + ada, "{\"designation\": \"Countess\"}");
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.json()).hasSize(10);
            assertThat(api().member(organization).get("contacts/" + ada).text("metadata.title"))
                    .isEqualTo("Countess");
        }
    }

    @Test
    default void anybodyCreatesInTheFirstOpenOrganization() {
        Reply created = api().anonymous().post("/contacts/", ADA);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json()).hasSize(10);
        assertThat(api().member(FIRST).get("contacts/" + created.text("id")).status())
                .isEqualTo(200);
    }

    @Test
    default void anybodyCreatesInTheOrganizationOfTheCompanyThatIsNamed() {
        ApiClient owner = api().member(SECOND);
        String acme = company(owner);
        String made = create(api().anonymous(), at(acme));
        assertThat(owner.get("/contacts?company_id=" + acme).text("0.id")).isEqualTo(made);
        assertThat(api().anonymous()
                        .patch("/contacts/" + made, "{\"is_primary\": true}")
                        .text("is_primary"))
                .isEqualTo("true");
        assertThat(owner.get("companies/" + acme).text("primaryContactId")).isEqualTo(made);
    }

    @Test
    default void anybodySeesTenKeysAndWritesNoOthers() {
        ApiClient owner = api().member(FIRST);
        Reply secret = owner.post("contacts", """
                {"name": "Ada", "email": "ada@example.org", "notes": "secret-1", "tags": ["secret-2"], "assignedTo": ["secret-3"],
                 "customFields": {"k": "secret-4"}, "extensions": {"k": "secret-5"}, "source": "secret-6",
                 "emails": [{"address": "a@example.org"}, {"address": "secret-7@example.org"}], "company": "secret-8"}
                """);
        String id = secret.text("id");
        assertThat(api().anonymous().get("/contacts/" + id).json()).hasSize(10);
        Reply changed = api().anonymous().patch("/contacts/" + id, """
                {"phone": "1", "notes": "mine", "tags": [], "assignedTo": [], "customFields": null, "extensions": null,
                 "source": null, "emails": [], "company": null, "status": "archived", "name": "mine"}
                """);
        assertThat(changed.body()).doesNotContain("secret").doesNotContain(FIRST);
        Reply kept = owner.get("contacts/" + id);
        for (String member : List.of("name", "notes", "tags", "assignedTo", "customFields", "extensions", "source")) {
            assertThat(kept.at(member)).as(member).isEqualTo(secret.at(member));
        }
        assertThat(kept.at("emails")).isEqualTo(secret.at("emails"));
        assertThat(kept.text("status")).isEqualTo("active");
        assertThat(kept.text("phone")).isEqualTo("1");
    }

    @Test
    default void nobodyLearnsOfOrganizationsThatAreNotOpen() {
        ApiClient owner = api().newcomer();
        String acme = company(owner);
        String ada = create(owner, at(acme));
        String nothing = UUID.randomUUID().toString();
        ApiClient anonymous = api().anonymous();
        assertAlike(anonymous.get("/contacts/" + ada), anonymous.get("/contacts/" + nothing), 404);
        String change = "{\"phone\": \"1\"}";
        assertAlike(anonymous.patch("/contacts/" + ada, change), anonymous.patch("/contacts/" + nothing, change), 404);
        assertAlike(anonymous.post("/contacts", at(acme)), anonymous.post("/contacts", at(nothing)), 400);
        assertThat(owner.get("contacts/" + ada).at("version").asInt()).isEqualTo(1);
        assertThat(owner.get("/contacts?company_id=" + acme).json()).hasSize(1);
    }

    @Test
    default void anybodyMovesContactsWithinTheirOrganizationAlone() {
        String ada = create(api().member(FIRST), ADA);
        String home = company(api().member(FIRST));
        String elsewhere = company(api().member(SECOND));
        ApiClient anonymous = api().anonymous();
        assertThat(anonymous
                        .patch("/contacts/" + ada, "{\"company_id\": \"" + home + "\"}")
                        .text("company_id"))
                .isEqualTo(home);
        Reply refused = anonymous.patch("/contacts/" + ada, "{\"company_id\": \"" + elsewhere + "\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("detail")).isEqualTo("Company not found");
    }

    @Test
    default void listingAndDeletingTakesAToken() {
        String acme = company(api().member(FIRST));
        String ada = create(api().member(FIRST), at(acme));
        for (Reply reply : List.of(
                api().anonymous().get("/contacts?company_id=" + acme),
                api().anonymous().get("/contacts"),
                api().anonymous().delete("/contacts/" + ada),
                api().anonymous().delete("/contacts/x"),
                api().anonymous().post("/companies", "{\"name\": \"Acme\"}"))) {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.text("detail")).isEqualTo("Not authenticated");
            assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
        assertThat(api().anonymous().get("contacts/" + ada).status()).isEqualTo(401);
    }

    @Test
    default void onlyAnOpenOrganizationsMembersDeleteItsContacts() {
        String employed = create(api().member(SECOND), at(company(api().member(SECOND))));
        String free = create(api().member(SECOND), ADA);
        ApiClient outsider = api().newcomer();
        for (String id : List.of(employed, free)) {
            Reply refused = outsider.delete("/contacts/" + id);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("detail")).isEqualTo("Not enough permissions");
            assertThat(api().member(SECOND).delete("/contacts/" + id).status()).isEqualTo(204);
        }
    }

    @Test
    default void aTokenThatDoesNotHoldIsRefusedThoughNoneIsWanted() {
        String ada = create(api().member(FIRST), ADA);
        Reply refused = api().anonymous().with("Authorization", "Bearer abc").get("/contacts/" + ada);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("detail")).isEqualTo("Could not validate credentials");
        assertThat(api().anonymous()
                        .with("Authorization", "Basic YTpi")
                        .get("/contacts/" + ada)
                        .status())
                .isEqualTo(200);
    }

    @Test
    default void aTokenAddsToWhatAnybodyCanDo() {
        ApiClient member = api().newcomer();
        String own = create(member, ADA);
        String acme = company(api().member(SECOND));
        String open = create(api().member(SECOND), at(acme));
        assertThat(member.get("/contacts/" + own).status()).isEqualTo(200);
        assertThat(api().anonymous().get("/contacts/" + own).status()).isEqualTo(404);
        assertThat(member.get("/contacts/" + open).status()).isEqualTo(200);
        assertThat(member.patch("/contacts/" + open, "{\"phone\": \"1\"}").text("phone"))
                .isEqualTo("1");
        String enquiry = create(member, at(acme));
        Reply kept = api().member(SECOND).get("contacts/" + enquiry);
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.at("createdBy").isNull()).isTrue();
    }

    @Test
    default void aTokenCountsAloneAtHome() {
        String hidden = create(api().member(FIRST), ADA);
        ApiClient restricted = api().with(TestTokens.of(FIRST).with("sub", "r1").with("data", "assigned"));
        assertThat(restricted.get("/contacts/" + hidden).status()).isEqualTo(404);
        assertThat(restricted.patch("/contacts/" + hidden, "{\"phone\": \"1\"}").status())
                .isEqualTo(404);
        ApiClient viewer = api().with(TestTokens.of(FIRST).with("sub", "v1").with("role", "viewer"));
        assertThat(viewer.get("/contacts/" + hidden).status()).isEqualTo(200);
        assertThat(viewer.patch("/contacts/" + hidden, "{\"phone\": \"1\"}").status())
                .isEqualTo(403);
        assertThat(viewer.post("/contacts", "{}").status())
                .as("who may do it is checked before the body is received")
                .isEqualTo(403);
    }

    @Test
    default void nobodyIsNamedForWhatAnybodyDid() {
        ApiClient owner = api().member(FIRST);
        String members = owner.get("members?limit=100").body();
        String made = create(api().anonymous(), ADA);
        api().anonymous().patch("/contacts/" + made, "{\"phone\": \"1\"}");
        Reply kept = owner.get("contacts/" + made);
        assertThat(kept.at("createdBy").isNull()).isTrue();
        assertThat(kept.at("updatedBy").isNull()).isTrue();
        assertThat(kept.at("assignedTo")).isEmpty();
        assertThat(owner.get("members?limit=100").body()).isEqualTo(members);
    }

    private static String at(String company) {
        return ADA.replace("}", ", \"company_id\": \"" + company + "\"}");
    }

    private static String company(ApiClient owner) {
        return owner.post("/companies", "{\"name\": \"Acme\"}").text("id");
    }

    private static String create(ApiClient client, String json) {
        Reply created = client.post("/contacts", json);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.text("id");
    }

    private static void assertAlike(Reply one, Reply other, int status) {
        assertThat(one.status()).isEqualTo(status);
        assertThat(one.body()).isEqualTo(other.body());
        assertThat(other.status()).isEqualTo(status);
    }
}
