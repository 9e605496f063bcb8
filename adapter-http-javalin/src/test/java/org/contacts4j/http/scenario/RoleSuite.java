package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of what members of different roles may read and change around one contact. */
interface RoleSuite extends ApiUnderTest {

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

    @Test
    default void keepsHiddenContactsOutOfWhatARestrictedMemberIsToldOfTheirCompany() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient ada = as(organization, "ada", "data", "all");
        ApiClient bo = as(organization, "bo", "data", "assigned");
        String acme = ada.post("companies", "{\"name\": \"Acme\"}").text("id");
        String company = "companies/" + acme;
        String hidden = ada.post("contacts", at(acme, "al")).text("id");
        String mine = ada.post("contacts", at(acme, "bo")).text("id");
        ada.post("contacts/" + hidden + "/set-primary/" + acme, "{}");
        assertThat(bo.get(company).at("primaryContactId").isNull()).isTrue();
        assertThat(bo.get("companies").at("data[0].primaryContactId").isNull()).isTrue();
        assertThat(bo.patch(company, "{\"phone\": \"1\"}")
                        .at("primaryContactId")
                        .isNull())
                .isTrue();
        assertThat(bo.patch(company, "{\"name\": \"Zenith\"}").text("message"))
                .isEqualTo("Renaming this company changes contacts that are not assigned to you or your teams;"
                        + " ask a member who sees all contacts.");
        assertThat(bo.post("contacts/" + mine + "/set-primary/" + acme, "{}").text("error"))
                .isEqualTo("FORBIDDEN");
        assertThat(bo.patch("/contacts/" + mine, "{\"is_primary\": true}").status())
                .isEqualTo(403);
        assertThat(ada.get(company).text("primaryContactId")).isEqualTo(hidden);
        String tag = bo.get(company).header("ETag");
        ada.patch("contacts/" + hidden, "{\"assignedTo\": [\"bo\"]}");
        assertThat(bo.with("If-None-Match", tag).get(company).text("primaryContactId"))
                .isEqualTo(hidden);
        assertThat(bo.patch(company, "{\"name\": \"Zenith\"}").text("name")).isEqualTo("Zenith");
        assertThat(bo.post("contacts/" + mine + "/set-primary/" + acme, "{}").text("company.primaryContactId"))
                .isEqualTo(mine);
    }

    @Test
    default void leavesTheSavedViewsToMembersWhoSeeAllContacts() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient ada = as(organization, "ada", "data", "all");
        ApiClient bo = as(organization, "bo", "data", "assigned");
        assertThat(ada.put("contacts/views", "[{\"name\": \"All\"}]").status()).isEqualTo(200);
        Reply refused = bo.put("contacts/views", "[]");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("message")).startsWith("Replacing the saved views");
        assertThat(bo.get("contacts/views").text("views[0].name")).isEqualTo("All");
    }

    private static String at(String company, String assignee) {
        return "{\"name\": \"N\", \"parentEntityId\": \"" + company + "\", \"assignedTo\": [\"" + assignee + "\"]}";
    }

    private ApiClient as(String organization, String member, String claim, String value) {
        return api().with(TestTokens.of(organization).with("sub", member).with(claim, value));
    }
}
