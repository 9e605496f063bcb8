package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What colleagues of different roles see and may do around the same contact. */
interface ColleagueSuite extends ApiUnderTest {

    @Test
    default void showsTheContactsOfATeamToThoseWhoAreInIt() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient admin = as(organization, "boss", "role", "admin");
        ApiClient bo = as(organization, "bo", "data", "assigned");
        String id = admin.post("contacts", "{\"name\": \"Grace\", \"teams\": [\"north\"], \"tags\": [\"vip\"]}")
                .text("id");
        assertThat(bo.get("contacts/" + id).status()).isEqualTo(404);
        assertThat(admin.put("teams/north", "{\"members\": [\"bo\"]}").status()).isEqualTo(200);
        assertThat(bo.get("contacts/" + id).status()).isEqualTo(200);
        assertThat(bo.get("contacts").at("total").asInt()).isEqualTo(1);
        assertThat(bo.get("contacts?search=gra").at("total").asInt()).isEqualTo(1);
        assertThat(bo.get("tags").text("data[0].name")).isEqualTo("vip");
        assertThat(bo.patch("contacts/" + id, "{\"notes\": \"seen\"}").status()).isEqualTo(200);
        assertThat(bo.post("contacts/" + id + "/comments", "{\"text\": \"seen\"}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.put("teams/north", "{\"members\": []}").status()).isEqualTo(200);
        assertThat(bo.get("contacts/" + id).status()).isEqualTo(404);
        assertThat(bo.get("contacts/" + id + "/comments").status()).isEqualTo(404);
        assertThat(bo.get("contacts").at("total").asInt()).isZero();
    }

    @Test
    default void leavesCommentsAndAttachmentsToTheirAuthorsAndAdministrators() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient ada = as(organization, "ada", "role", "member");
        ApiClient eve = as(organization, "eve", "role", "member");
        ApiClient admin = as(organization, "boss", "role", "admin");
        String contact =
                "contacts/" + ada.post("contacts", "{\"name\": \"Grace\"}").text("id");
        String comment = contact + "/comments/"
                + ada.post(contact + "/comments", "{\"text\": \"mine\"}").text("id");
        String attachment = contact + "/attachments/"
                + Example.upload(contact + "/attachments", "hello")
                        .send(ada, Map.of())
                        .text("id");
        assertThat(eve.patch(comment, "{\"text\": \"theirs\"}").text("error")).isEqualTo("FORBIDDEN");
        assertThat(eve.delete(comment).text("error")).isEqualTo("FORBIDDEN");
        assertThat(eve.delete(attachment).text("error")).isEqualTo("FORBIDDEN");
        assertThat(ada.patch(comment, "{\"text\": \"still mine\"}").status()).isEqualTo(200);
        assertThat(admin.patch(comment, "{\"text\": \"moderated\"}").text("editedBy"))
                .isEqualTo("boss");
        assertThat(admin.delete(comment).status()).isEqualTo(204);
        assertThat(admin.delete(attachment).status()).isEqualTo(204);
    }

    @Test
    default void learnsNamesFromTokensUntilAnAdministratorSaysOtherwise() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient admin = as(organization, "boss", "role", "admin");
        ApiClient bo = api().with(TestTokens.of(organization)
                .with("sub", "bo")
                .with("role", "viewer")
                .with("name", " Bo Lee ")
                .with("email", "bo@example.org"));
        assertThat(bo.get("contacts").status()).isEqualTo(200);
        assertThat(admin.get("members/bo").text("name")).isEqualTo("Bo Lee");
        assertThat(admin.get("members/bo").text("email")).isEqualTo("bo@example.org");
        assertThat(bo.put("members/bo", "{\"name\": \"Eve\"}").status()).isEqualTo(403);
        assertThat(admin.put("members/bo", "{\"name\": \"Robert\"}").text("email"))
                .isEqualTo("bo@example.org");
        assertThat(bo.get("members/bo").text("name")).isEqualTo("Robert");
        assertThat(admin.put("members/bo", "{\"name\": null}").text("name")).isEqualTo("Bo Lee");
        ApiClient odd = api().with(TestTokens.of(organization)
                .with("sub", "odd")
                .with("name", 7)
                .with("email", "\u0000"));
        assertThat(odd.get("members/odd").at("name").isNull()).isTrue();
    }

    private ApiClient as(String organization, String member, String claim, String value) {
        return api().with(TestTokens.of(organization).with("sub", member).with(claim, value));
    }
}
