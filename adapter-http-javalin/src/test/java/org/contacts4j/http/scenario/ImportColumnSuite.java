package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Tests of what an import tells about the columns of tables and the members of JSON contacts. */
interface ImportColumnSuite extends ApiUnderTest {

    @Test
    default void fillsCustomFieldsFromColumnsWithTheirLabelOrKey() {
        ApiClient client = withFields(api().newAdmin());
        String table = "Name,Shoe Size,rank,Size\nAda,39,Countess,7\n";
        Reply summary = client.with("Content-Type", "text/csv").post(ImportSuite.IMPORT, table);
        assertThat(summary.at("mapping").toString())
                .isEqualTo("{\"Name\":\"name\",\"Shoe Size\":\"customFields.shoe\",\"rank\":\"customFields.rank\"}");
        assertThat(summary.at("unmapped").toString()).isEqualTo("[\"Size\"]");
        assertThat(summary.text("unmappedReasons.Size")).startsWith("names several custom fields: size_");
        Reply ada = client.get("contacts?search=Ada");
        assertThat(ada.at("data[0].customFields.shoe").asInt()).isEqualTo(39);
        assertThat(ada.text("data[0].customFields.rank")).isEqualTo("Countess");
    }

    @Test
    default void fillsCustomFieldsInTheBackgroundAsWell() {
        ApiClient client = withFields(api().newAdmin());
        String at = client.with("Content-Type", "text/csv")
                .post("imports", "Name,Shoe Size,Size,Name\nAda,39,7,Bo\n")
                .header("Location");
        Reply done = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.get(at), job -> job.text("state").equals("done"));
        assertThat(done.text("mapping.Shoe Size")).isEqualTo("customFields.shoe");
        assertThat(done.at("unmapped").toString()).isEqualTo("[\"Size\",\"Name\"]");
        assertThat(done.text("unmappedReasons.Name")).isEqualTo("another column or member fills name");
        assertThat(client.get("contacts?search=Ada")
                        .at("data[0].customFields.shoe")
                        .asInt())
                .isEqualTo(39);
    }

    @Test
    default void fillsCustomFieldsFromMembersOfJson() {
        ApiClient client = withFields(api().newAdmin());
        Reply summary = client.post(ImportSuite.IMPORT, """
                [{"name": "Ada", "Shoe size": 39, "customFields": {"rank": "Countess"}, "Size": 7,
                  "Colors": ["red", "blue"]},
                 {"name": "Bo", "shoe": 40, "Shoe size": 41, "Rank": "Poet", "customFields": {"rank": "Kept"}}]
                """);
        assertThat(summary.at("created").asInt()).as(summary.body()).isEqualTo(2);
        assertThat(summary.at("unmapped").toString()).isEqualTo("[\"Size\",\"Shoe size\",\"Rank\"]");
        Reply ada = client.get("contacts?search=Ada");
        assertThat(ada.at("data[0].customFields.shoe").asInt()).isEqualTo(39);
        assertThat(ada.text("data[0].customFields.rank")).isEqualTo("Countess");
        assertThat(ada.at("data[0].customFields.colors").toString()).isEqualTo("[\"red\",\"blue\"]");
        Reply bo = client.get("contacts?search=Bo");
        assertThat(bo.at("data[0].customFields.shoe").asInt()).isEqualTo(40);
        assertThat(bo.text("data[0].customFields.rank")).isEqualTo("Kept");
    }

    @Test
    default void listsMembersOfJsonThatTheContactHasUnderTheirOwnName() {
        ApiClient client = api().newcomer();
        Reply summary = client.post(ImportSuite.IMPORT, """
                [{"name": "Ada", "emails": [{"address": "a@x.org", "label": "home"}], "Work Email": "b@x.org",
                  "address": {"line1": "Elm Lane 4"}, "City": "London"}]
                """);
        assertThat(summary.at("mapping").size()).isZero();
        assertThat(summary.at("unmapped").toString()).isEqualTo("[\"Work Email\",\"City\"]");
        assertThat(summary.text("unmappedReasons.City")).isEqualTo("another column or member fills address.city");
    }

    @Test
    default void showsTheMembersOfJsonWithSamplesInADryRun() {
        ApiClient client = api().newcomer();
        String first = "{\"name\": \"Ada\", \"metadata\": {\"title\": \"Analyst\", \"hat\": 1}, \"Rolle\": \"x\"}";
        String second =
                "{\"name\": \"Bo\", \"createdAt\": \"2026-01-01\", \"E-Mail\": \"bo@x.org\", \"tags\": [\"a\"]}";
        String third = "{\"name\": \"Ada\", \"E-Mail\": \"cy@x.org\"}";
        String expected = "[{\"name\":\"name\",\"field\":\"name\",\"samples\":[\"Ada\",\"Bo\"]},"
                + "{\"name\":\"metadata.title\",\"field\":\"metadata.title\",\"samples\":[\"Analyst\"]},"
                + "{\"name\":\"metadata.hat\",\"field\":null,\"samples\":[\"1\"]},"
                + "{\"name\":\"Rolle\",\"field\":null,\"samples\":[\"x\"]},"
                + "{\"name\":\"createdAt\",\"field\":null,\"samples\":[\"2026-01-01\"]},"
                + "{\"name\":\"E-Mail\",\"field\":\"email\",\"samples\":[\"bo@x.org\",\"cy@x.org\"]},"
                + "{\"name\":\"tags\",\"field\":\"tags\",\"samples\":[\"[\\\"a\\\"]\"]}]";
        String list = "[" + first + "," + second + "," + third + "]";
        assertThat(client.post(ImportSuite.IMPORT + "?dryRun=true", list)
                        .at("columns")
                        .toString())
                .isEqualTo(expected);
        assertThat(client.with("Content-Type", "application/jsonl")
                        .post(ImportSuite.IMPORT + "?dryRun=true", first + "\n" + second + "\n" + third)
                        .at("columns")
                        .toString())
                .isEqualTo(expected);
        String mapping = URLEncoder.encode(
                "{\"name\": \"ignore\", \"Rolle\": \"name\", \"E-Mail\": \"ignore\"}", StandardCharsets.UTF_8);
        Reply mapped = client.post(ImportSuite.IMPORT + "?dryRun=true&mapping=" + mapping, list);
        assertThat(mapped.at("columns[0].field").isNull()).as(mapped.body()).isTrue();
        assertThat(mapped.text("columns[3].field")).isEqualTo("name");
        assertThat(mapped.at("columns[5].field").isNull()).isTrue();
        assertThat(client.post(ImportSuite.IMPORT, list).at("columns").size()).isZero();
    }

    private static ApiClient withFields(ApiClient client) {
        client.post("custom-fields", "{\"key\": \"shoe\", \"label\": \"Shoe size\", \"type\": \"number\"}");
        client.post("custom-fields", "{\"key\": \"rank\", \"label\": \"Noble rank\", \"type\": \"text\"}");
        client.post("custom-fields", "{\"key\": \"size_us\", \"label\": \"Size\", \"type\": \"number\"}");
        client.post("custom-fields", "{\"key\": \"size_eu\", \"label\": \"Size\", \"type\": \"number\"}");
        client.post(
                "custom-fields", "{\"key\": \"colors\", \"type\": \"multiselect\", \"options\": [\"red\", \"blue\"]}");
        return client;
    }
}
