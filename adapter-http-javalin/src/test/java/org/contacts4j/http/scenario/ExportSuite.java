package org.contacts4j.http.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of exports over HTTP. */
interface ExportSuite extends ApiUnderTest {

    String EXPORT = "contacts/export";

    String ADA = """
            {"name": "Ada Lovelace", "email": "ada@x.org", "emails": [{"address": "ada@x.org", "label": "work"},
             {"address": "countess@x.org", "label": "Schloß"}], "phone": "+44 20 7946 0000", "company": "=Analytical",
             "metadata": {"title": "Countess"}, "tags": ["vip", "a; b"], "notes": "first\\nsecond, \\"third\\"",
             "address": {"line1": "12 St James's Square", "city": "London", "countryCode": "GB"}, "code": "A-1",
             "customFields": {"tier": "gold", "scores": [1, 2.5]}, "extensions": {"erp": {"no": 7}}}
            """;

    @Test
    default void exportsATableThatSpreadsheetsOpenAndThatImportsUnchanged() {
        ApiClient client = api().newcomer();
        assertThat(client.post("contacts", ADA).status()).isEqualTo(201);
        Reply table = client.get(EXPORT);
        assertThat(table.status()).isEqualTo(200);
        assertThat(table.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(table.header("Content-Disposition")).contains("contacts.csv");
        assertThat(table.body()).startsWith("\uFEFFid,name,").contains("'+44 20 7946 0000", "'=Analytical");
        String before = client.get("contacts").body();
        Reply again = client.with("Content-Type", "text/csv")
                .post("contacts/import?matchBy=id&updateExisting=true", table.body());
        assertThat(again.at("skipped").asInt()).as(again.body()).isEqualTo(1);
        assertThat(client.get("contacts").body()).isEqualTo(before);
    }

    @TestFactory
    default Stream<DynamicTest> everyFormatRestoresTheContactElsewhere() {
        return Stream.of("csv", "jsonl", "vcard3", "vcard4")
                .map(format -> DynamicTest.dynamicTest(format, () -> {
                    ApiClient client = api().newcomer();
                    client.post("contacts", ADA);
                    Reply file = client.get(EXPORT + "?format=" + format);
                    ApiClient other = api().newcomer().with("Content-Type", file.header("Content-Type"));
                    Reply imported = other.post("contacts/import", file.body());
                    assertThat(imported.at("created").asInt())
                            .as(imported.body())
                            .isEqualTo(1);
                    assertThat(content(other)).isEqualTo(content(client));
                }));
    }

    @Test
    default void exportsListsOfManyPagesAndContinuesAfterAnyContact() {
        ApiClient client = api().newcomer();
        importPeople(client, 450);
        List<String> all = lines(client.get(EXPORT + "?columns=id,name"));
        assertThat(all).hasSize(451).doesNotHaveDuplicates();
        String id = all.get(200).split(",")[0];
        List<String> rest = lines(client.get(EXPORT + "?columns=id,name&cursor=" + id));
        assertThat(rest).isEqualTo(all.subList(201, 451));
        List<String> byName = lines(client.get(EXPORT + "?columns=name,id&orderBy=name&orderDirection=desc"));
        assertThat(byName).hasSize(451);
        String last = byName.get(430).split(",")[1];
        assertThat(lines(client.get(EXPORT + "?columns=name,id&orderBy=name&orderDirection=desc&cursor=" + last)))
                .isEqualTo(byName.subList(431, 451));
        assertThat(lines(client.get(EXPORT + "?format=jsonl"))).hasSize(450);
    }

    @Test
    default void exportsTheFilterColumnsAndOrderOfAView() {
        ApiClient client = api().newcomer();
        importPeople(client, 5);
        client.put("contacts/views", """
                {"views": [{"id": "v", "name": "Some", "columns": ["Name", "custom.tier", "avatar", "title"],
                  "query": {"groups": [{"conditions": [{"field": "email", "op": "ends_with", "value": "x.org"}]}]},
                  "q": "person", "sort": {"by": "name", "direction": "desc"}}]}
                """);
        Reply table = client.get(EXPORT + "?view=v");
        assertThat(lines(table))
                .containsExactly(
                        "\uFEFFname,custom.tier,metadata.title",
                        "Person 4,,",
                        "Person 3,,",
                        "Person 2,,",
                        "Person 1,,",
                        "Person 0,,");
        assertThat(table.header("X-Unknown-Fields")).isEqualTo("avatar");
        Reply narrowed = client.post(EXPORT, """
                {"view": "v", "q": "3", "columns": ["email"], "orderBy": "id"}
                """);
        assertThat(lines(narrowed)).containsExactly("\uFEFFemail", "p3@x.org");
    }

    @Test
    default void saysWhatIsWrongWithAnExport() {
        ApiClient client = api().newcomer();
        assertThat(client.get(EXPORT + "?format=pdf&orderBy=shoe&columns=shoe,name&status=gone")
                        .faultyFields())
                .containsExactlyInAnyOrder("format", "orderBy", "columns", "status");
        assertThat(client.get(EXPORT + "?cursor=x").faultyFields()).containsExactly("cursor");
        assertThat(client.get(EXPORT + "?view=none").faultyFields()).containsExactly("view");
        assertThat(client.get(EXPORT + "?format=jsonl&columns=name").faultyFields())
                .containsExactly("columns");
        assertThat(client.post(EXPORT, "{\"columns\": 7, \"view\": []}").faultyFields())
                .containsExactlyInAnyOrder("columns", "view");
        assertThat(client.post(EXPORT, "{\"query\": 7}").status()).isEqualTo(422);
        assertThat(client.get(EXPORT + "?orderBy=name&cursor=01890000-0000-7000-8000-000000000000")
                        .faultyFields())
                .containsExactly("cursor");
    }

    @Test
    default void sendsListsAndContactsInTheAcceptedFormat() {
        ApiClient client = api().newcomer();
        importPeople(client, 3);
        HttpResponse<byte[]> page = accepted(client, "text/csv", "contacts?limit=2&q=person");
        assertThat(text(page)).startsWith("\uFEFFid,name").contains("Person 1").doesNotContain("Person 2");
        String next = page.headers().firstValue("Link").orElseThrow();
        assertThat(next)
                .startsWith("</api/v1/contacts?limit=2&q=person&cursor=")
                .endsWith(">; rel=\"next\"");
        String rest = next.substring(1, next.indexOf('>'));
        HttpResponse<byte[]> second = accepted(client, "application/x-ndjson, */*;q=0.1", rest);
        assertThat(text(second)).contains("\"name\":\"Person 2\"").doesNotContain("Person 1");
        assertThat(second.headers().firstValue("Link")).isEmpty();
        String id = client.get("contacts").text("data[0].id");
        assertThat(text(accepted(client, "text/vcard;version=4.0", "contacts/" + id)))
                .startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n");
        assertThat(text(accepted(client, "text/vcard", "contacts/" + id))).startsWith("BEGIN:VCARD\r\nVERSION:3.0\r\n");
        assertThat(text(accepted(client, "text/vcard;q=0.5, application/json", "contacts/" + id)))
                .startsWith("{");
        assertThat(text(accepted(client, "application/vcard+json", EXPORT))).startsWith("[[\"vcard\"");
        assertThat(text(accepted(client, "application/vcard+json", EXPORT + "?q=nobody")))
                .isEqualTo("[]");
    }

    @Test
    default void sendsSearchResultsInTheAcceptedFormat() {
        ApiClient client = api().newcomer();
        importPeople(client, 3);
        HttpResponse<byte[]> first = searched(client, "text/csv", "{\"q\": \"person\", \"limit\": 2}");
        assertThat(first.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        assertThat(text(first)).startsWith("\uFEFFid,name").contains("Person 1").doesNotContain("Person 2");
        String cursor = first.headers().firstValue("X-Next-Cursor").orElseThrow();
        HttpResponse<byte[]> second = searched(
                client, "application/jsonl", "{\"q\": \"person\", \"limit\": 2, \"cursor\": \"" + cursor + "\"}");
        assertThat(text(second)).contains("\"name\":\"Person 2\"").doesNotContain("Person 1");
        assertThat(second.headers().firstValue("X-Next-Cursor")).isEmpty();
        assertThat(text(searched(client, "text/vcard", "{\"q\": \"p1@x.org\"}")))
                .startsWith("BEGIN:VCARD");
        assertThat(text(searched(client, "application/*", "{}"))).startsWith("{");
        assertThat(text(searched(client, "application/pdf, */*;q=0.1", "{}"))).startsWith("{");
    }

    @Test
    default void refusesToSendContactsInAnUnknownFormat() {
        ApiClient client = api().newcomer();
        String id = client.post("contacts", ADA).text("id");
        ApiClient other = client.with("Accept", "application/pdf, text/csv;q=0");
        for (Reply refused : List.of(
                other.get("contacts"),
                other.get("contacts/" + id),
                other.get(EXPORT),
                other.post("contacts/search", "{}"))) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(406);
            assertThat(refused.text("error")).isEqualTo("NOT_ACCEPTABLE");
            assertThat(refused.text("message")).contains("text/csv", "text/vcard", "application/json");
        }
        assertThat(other.get(EXPORT + "?format=csv").status()).isEqualTo(200);
        assertThat(client.with("Accept", "").get("contacts").status()).isEqualTo(200);
    }

    @Test
    default void importsCardsInTheBackgroundAsWell() {
        ApiClient client = api().newcomer().with("Content-Type", "text/vcard");
        Reply job = client.post("imports", "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD\n");
        assertThat(job.status()).as(job.body()).isEqualTo(202);
        String at = job.header("Location");
        Awaitility.await().until(() -> client.get(at).text("state").equals("done"));
        Reply done = client.get(at);
        assertThat(done.at("created").asInt()).isEqualTo(1);
        assertThat(done.at("unmapped").size()).isZero();
    }

    @Test
    default void recordsExportsInTheAuditLog() {
        ApiClient admin = api().newAdmin();
        admin.post("contacts", ADA);
        assertThat(admin.get(EXPORT).status()).isEqualTo(200);
        assertThat(admin.call("HEAD", EXPORT, null).status()).isEqualTo(200);
        assertThat(admin.get(EXPORT + "?view=none").status()).isEqualTo(400);
        Reply log = admin.get("audit?action=contacts.exported");
        assertThat(log.at("data").size()).as(log.body()).isEqualTo(1);
        assertThat(log.text("data[0].details.order")).isEqualTo("id");
    }

    private static void importPeople(ApiClient client, int count) {
        String table = IntStream.range(0, count)
                .mapToObj(i -> "Person " + i + ",p" + i + "@x.org")
                .collect(Collectors.joining("\n", "name,email\n", "\n"));
        Reply imported = client.with("Content-Type", "text/csv").post("contacts/import", table);
        assertThat(imported.at("created").asInt()).isEqualTo(count);
    }

    private static List<String> lines(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body().lines().toList();
    }

    private static HttpResponse<byte[]> accepted(ApiClient client, String type, String path) {
        HttpResponse<byte[]> response = client.with("Accept", type).exchange("GET", path, BodyPublishers.noBody());
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    private static HttpResponse<byte[]> searched(ApiClient client, String type, String body) {
        HttpResponse<byte[]> response = client.with("Accept", type)
                .with("Content-Type", "application/json")
                .exchange("POST", "contacts/search", BodyPublishers.ofString(body));
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }

    /** Returns the only contact of an organization without what every organization assigns by itself. */
    private static String content(ApiClient client) {
        return client.get("contacts")
                .at("data[0]")
                .toString()
                .replaceAll("\"(id|organizationId|createdAt|updatedAt|createdBy|updatedBy)\":\"[^\"]*\"", "");
    }
}
