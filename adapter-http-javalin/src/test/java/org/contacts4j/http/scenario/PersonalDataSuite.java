package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of collecting and erasing everything stored about a person. */
interface PersonalDataSuite extends ApiUnderTest {

    @Test
    default void collectsEverythingAboutAPersonAndErasesIt() {
        ApiClient admin = api().newAdmin();
        String ada = "contacts/" + admin.post("contacts", """
                        {"name": "Ada Lovelace", "email": "ada@example.org", "tags": ["vip"], "extensions": {"x": 1}}
                        """).text("id");
        String bo = "contacts/" + admin.post("contacts", "{\"name\": \"Bo\"}").text("id");
        admin.patch(ada, "{\"phone\": \"+44 20 5550 1234\"}");
        admin.post(ada + "/comments", "{\"text\": \"met today\"}");
        admin.post(ada + "/links", "{\"type\": \"task\", \"externalId\": \"1\"}");
        Example.upload(ada + "/attachments", "her CV").send(admin, Map.of());
        admin.post(bo + "/comments", "{\"text\": \"Knows ADA  Lovelace.\"}");
        Reply data = admin.get(ada + "/personal-data");
        assertThat(data.status()).as(data.body()).isEqualTo(200);
        assertThat(data.text("contact.email")).isEqualTo("ada@example.org");
        assertThat(data.text("contact.extensions.x")).isEqualTo("1");
        assertThat(data.text("comments[0].text")).isEqualTo("met today");
        assertThat(data.text("links[0].externalId")).isEqualTo("1");
        assertThat(data.text("attachments[0].fileName")).isEqualTo("cv.txt");
        assertThat(data.text("events[0].type")).isEqualTo("updated");
        assertThat(data.text("events[1].changes.name.after")).isEqualTo("Ada Lovelace");
        assertThat(data.text("mentions[0].kind")).isEqualTo("comment");
        Reply erased = admin.post(ada + "/erase", "{}");
        assertThat(erased.status()).as(erased.body()).isEqualTo(200);
        assertThat(erased.at("removed").toString())
                .isEqualTo("{\"contacts\":1,\"links\":1,\"comments\":1,\"attachments\":1,\"events\":2,"
                        + "\"deliveries\":0,\"failedImportRows\":0,\"importWarnings\":0,\"recordedAnswers\":0}");
        assertThat(bo).endsWith(erased.text("mentions[0].of"));
        assertThat(admin.get(ada).text("error")).isEqualTo("CONTACT_NOT_FOUND");
        assertThat(admin.get(ada + "/personal-data").text("error")).isEqualTo("CONTACT_NOT_FOUND");
        Reply again = admin.post(ada + "/erase", "{}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("erasedAt")).isEqualTo(erased.text("erasedAt"));
        assertThat(again.text("removed.contacts")).isEqualTo("0");
        assertThat(admin.get("contacts").at("total").asInt()).isEqualTo(1);
        assertThat(admin.get("tags").text("data[0].contactCount")).isEqualTo("0");
    }

    @Test
    default void erasesAContactThatWasDeleted() {
        ApiClient admin = api().newAdmin();
        ApiClient once = admin.with("Idempotency-Key", "k");
        String ada = "contacts/" + once.post("contacts", "{\"name\": \"Ada\"}").text("id");
        admin.delete(ada);
        Reply data = admin.get(ada + "/personal-data");
        assertThat(data.at("contact").isNull()).isTrue();
        assertThat(data.text("events[0].changes.name.before")).isEqualTo("Ada");
        Reply erased = admin.post(ada + "/erase", "{}");
        assertThat(erased.text("removed.events")).isEqualTo("2");
        assertThat(erased.text("removed.recordedAnswers")).isEqualTo("1");
        assertThat(admin.get(ada + "/personal-data").status()).isEqualTo(404);
        assertThat(admin.post("contacts/" + UUID.randomUUID() + "/erase", "{}").text("error"))
                .isEqualTo("CONTACT_NOT_FOUND");
    }

    @Test
    default void isRefusedToThoseWhoMayNot() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient member = as(organization, "member", "all");
        String ada =
                "contacts/" + member.post("contacts", "{\"name\": \"Ada\"}").text("id");
        assertThat(member.get(ada + "/personal-data").status()).isEqualTo(200);
        assertThat(member.post(ada + "/erase", "{}").text("error")).isEqualTo("FORBIDDEN");
        for (ApiClient other :
                new ApiClient[] {as(organization, "viewer", "all"), as(organization, "member", "assigned")}) {
            assertThat(other.get(ada + "/personal-data").text("error")).isEqualTo("FORBIDDEN");
            assertThat(other.post(ada + "/erase", "{}").text("error")).isEqualTo("FORBIDDEN");
        }
        ApiClient restricted = as(organization, "admin", "assigned");
        assertThat(restricted.get(ada + "/personal-data").text("error")).isEqualTo("FORBIDDEN");
        assertThat(restricted.post(ada + "/erase", "{}").text("error")).isEqualTo("FORBIDDEN");
        assertThat(member.get(ada).status()).isEqualTo(200);
        assertThat(api().newAdmin().post(ada + "/erase", "{}").text("error")).isEqualTo("CONTACT_NOT_FOUND");
    }

    private ApiClient as(String organization, String role, String data) {
        return api().with(TestTokens.of(organization)
                .with("sub", "bo")
                .with("role", role)
                .with("data", data));
    }
}
