package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of the synchronous import of files as users have them. */
interface ImportSuite extends ApiUnderTest {

    String IMPORT = "contacts/import";

    String TABLE = """
            First Name,Last Name,E-mail,E-mail 2,Work Phone,Mobile,Company,Job Title,Street,City,Zip,Country,Labels,Pronouns,custom.tier,Shoe
            Ada,Lovelace,ada@x.org,countess@x.org,555-1,555-2,Analytical Ltd,Analyst,"12 St James's Square
            London",London,SW1,GB,vip;poet,she/her,gold,39
            """;

    @Test
    default void readsATableAndSaysHow() {
        ApiClient client = api().newcomer();
        Reply summary = csv(client, TABLE, "");
        assertCounts(summary, 1, 0, 0, 0);
        assertThat(summary.at("mapping").path("E-mail").asText()).isEqualTo("email");
        assertThat(summary.at("mapping").path("Job Title").asText()).isEqualTo("metadata.title");
        assertThat(summary.at("mapping").path("custom.tier").asText()).isEqualTo("customFields.tier");
        assertThat(summary.at("unmapped").toString()).isEqualTo("[\"Shoe\"]");
        Reply ada = client.get("contacts/" + client.get("contacts").text("data[0].id"));
        assertThat(ada.text("name")).isEqualTo("Ada Lovelace");
        assertThat(ada.text("email")).isEqualTo("ada@x.org");
        assertThat(ada.text("emails[1].address")).isEqualTo("countess@x.org");
        assertThat(ada.text("metadata.workPhone")).isEqualTo("555-1");
        assertThat(ada.text("metadata.mobilePhone")).isEqualTo("555-2");
        assertThat(ada.text("metadata.title")).isEqualTo("Analyst");
        assertThat(ada.text("pronouns")).isEqualTo("she/her");
        assertThat(ada.text("company")).isEqualTo("Analytical Ltd");
        assertThat(ada.text("address.line1")).isEqualTo("12 St James's Square\nLondon");
        assertThat(ada.text("address.countryCode")).isEqualTo("GB");
        assertThat(ada.at("tags").toString()).isEqualTo("[\"vip\",\"poet\"]");
        assertThat(ada.text("customFields.tier")).isEqualTo("gold");
        assertCounts(csv(client, TABLE, ""), 0, 0, 1, 0);
        assertCounts(csv(client, TABLE, "?updateExisting=true"), 0, 0, 1, 0);
    }

    @TestFactory
    default Stream<DynamicTest> readsFilesInEveryEncodingAndWithEverySeparator() {
        String commas = "Name,E-mail,City\r\nZoë Müller,z@x.org,\"Köln, am Rhein\"\r\n\r\n,,\r\n";
        String semicolons = "Name;E-mail;City\nZoë Müller;z@x.org;Köln, am Rhein\n";
        String tabs = "Name\tE-mail\tCity\nZoë Müller\tz@x.org\tKöln, am Rhein";
        Charset windows = Charset.forName("windows-1252");
        return Map.of(
                        "UTF-8", commas.getBytes(StandardCharsets.UTF_8),
                        "UTF-8 with a mark", ("\uFEFF" + semicolons).getBytes(StandardCharsets.UTF_8),
                        "UTF-16, little end first", ("\uFEFF" + tabs).getBytes(StandardCharsets.UTF_16LE),
                        "UTF-16, big end first", ("\uFEFF" + commas).getBytes(StandardCharsets.UTF_16BE),
                        "Windows-1252", semicolons.getBytes(windows))
                .entrySet()
                .stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    ApiClient client = api().newcomer();
                    assertCounts(client.with("Content-Type", "text/csv").send(IMPORT, file.getValue()), 1, 0, 0, 0);
                    Reply list = client.get("contacts");
                    assertThat(list.text("data[0].name")).isEqualTo("Zoë Müller");
                    assertThat(list.text("data[0].address.city")).isEqualTo("Köln, am Rhein");
                }));
    }

    @Test
    default void reportsBadRowsWithTheirNumbersAndKeepsTheOthers() {
        String table = "name,email,status,dnc\nAda,ada@x.org,active,yes\nBo,bo,gone,maybe\n\nCy\nDi,,,,x\n"
                + "Ed,ed\0@x.org,,\nFo,fo@x.org,,\n" + "x".repeat(500_000) + ",g@x.org,,\n";
        Reply summary = csv(api().newcomer(), table, "");
        assertCounts(summary, 3, 0, 0, 4);
        assertThat(errors(summary))
                .containsExactly("3 status", "3 dnc", "3 email", "6 row", "7 email", "7 email", "9 name");
        assertThat(summary.text("errors[3].message")).isEqualTo("has 5 cells where the header has 4");
    }

    @TestFactory
    default Stream<DynamicTest> refusesWhatIsNoTable() {
        return Map.of(
                        "nothing", "\n",
                        "no known column", "shoe,hat\n1,2\n",
                        "an open quote", "name\nAda\n\"Bo\nCy\n",
                        "text behind a quote", "name\n\"Ada\" L\n",
                        "a cell of ten megabytes", "name\n" + "x".repeat(10_000_000) + "\n",
                        "too many columns", "name" + ",x".repeat(600) + "\n")
                .entrySet()
                .stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    ApiClient client = api().newcomer();
                    Reply refusal = csv(client, file.getValue(), "");
                    assertThat(refusal.status()).isEqualTo(422);
                    assertThat(refusal.text("error")).isEqualTo("INVALID_IMPORT");
                    assertThat(client.get("contacts").at("total").asInt()).isZero();
                }));
    }

    @Test
    default void takesJsonOfEveryShape() {
        ApiClient client = api().newcomer();
        Reply summary = client.post(IMPORT, """
                {"contacts": [{"name": "Ada", "emails": [{"address": "ada@x.org", "label": "work"}]}, {"email": "bo@x.org"},
                              {"email": "ADA@x.org"}, 7, {"name": 5}], "tags": ["import"], "more": {"a": [1.5, null]}}
                """);
        assertCounts(summary, 2, 0, 1, 2);
        assertThat(errors(summary)).containsExactly("4 row", "5 name");
        assertThat(client.get("contacts?tag=import").at("total").asInt()).isEqualTo(2);
        Reply again = client.post(IMPORT, "[{\"email\": \"bo@x.org\", \"name\": \"Bo\"}]");
        assertCounts(again, 0, 0, 1, 0);
        Reply updated = client.post(
                IMPORT, "{\"updateExisting\": true, \"contacts\": [{\"email\": \"bo@x.org\", \"name\": \"Bo\"}]}");
        assertCounts(updated, 0, 1, 0, 0);
        assertThat(client.get("contacts?search=bo").text("data[0].name")).isEqualTo("Bo");
        assertCounts(client.post(IMPORT, "[]"), 0, 0, 0, 0);
    }

    @TestFactory
    default Stream<DynamicTest> refusesJsonOfAnotherShape() {
        return Map.ofEntries(
                        Map.entry("{}", 422),
                        Map.entry("{\"contacts\": {}}", 422),
                        Map.entry("7", 422),
                        Map.entry("null", 422),
                        Map.entry("[{\"name\": \"Ada\"}" + ", 1".repeat(101) + "]", 422),
                        Map.entry("[{\"name\": \"Ada\"}", 400),
                        Map.entry("[{\"name\": \"Ada\"}, {\"name\": }]", 400),
                        Map.entry("[] []", 400),
                        Map.entry("{\"contacts\": [], \"matchBy\": \"shoe\"}", 400),
                        Map.entry("{\"contacts\": [], \"dryRun\": 1}", 400),
                        Map.entry("[" + "[".repeat(500), 400),
                        Map.entry("{\"contacts\": [], \"contacts\": []}", 400),
                        Map.entry("{\"contacts\": [], \"x\": \"" + "x".repeat(2_000_000) + "\"}", 400))
                .entrySet()
                .stream()
                .map(body -> DynamicTest.dynamicTest(
                        body.getKey().substring(0, Math.min(40, body.getKey().length())), () -> {
                            ApiClient client = api().newcomer();
                            assertThat(client.post(IMPORT, body.getKey()).status())
                                    .isEqualTo(body.getValue());
                            assertThat(client.get("contacts").at("total").asInt())
                                    .isZero();
                        }));
    }

    @Test
    default void countsUpToAHundredElementsThatAreNoObjectsAsRowsThatFail() {
        Reply reply = api().newcomer().post(IMPORT, "[{\"name\": \"Ada\"}" + ", 1".repeat(100) + "]");
        assertCounts(reply, 1, 0, 0, 100);
        assertThat(reply.text("errors[0].message")).isEqualTo("must be a JSON object");
    }

    @TestFactory
    default Stream<DynamicTest> refusesAJsonRowThatIsBeyondALimitByItself() {
        return Map.of(
                        "{\"name\": \"" + "x".repeat(1024 * 1024) + "\"}",
                        "must not take more than 1 MiB",
                        "{\"name\": \"x\", \"metadata\": {\"a\": [" + "1e9999,".repeat(1_000) + "1]}}",
                        "holds a number of more than 100 digits, or with an exponent beyond 300",
                        "{\"name\": " + "9".repeat(10_000) + "}",
                        "holds a number of more than 100 digits, or with an exponent beyond 300",
                        "{\"name\": [" + "{},".repeat(50_000) + "1]}",
                        "holds more than 50000 objects and lists",
                        "{\"name\": " + "[".repeat(200) + "]".repeat(200) + "}",
                        "is nested deeper than 100 levels",
                        "{\"a\": 1, \"a\": 2}",
                        "is not JSON in UTF-8 without repeated keys")
                .entrySet()
                .stream()
                .map(row -> DynamicTest.dynamicTest(row.getValue(), () -> {
                    Reply reply = api().newcomer().post(IMPORT, "[" + row.getKey() + ", {\"name\": \"Ada\"}]");
                    assertCounts(reply, 1, 0, 0, 1);
                    assertThat(reply.text("errors[0].row")).isEqualTo("1");
                    assertThat(reply.text("errors[0].field")).isEqualTo("row");
                    assertThat(reply.text("errors[0].message")).startsWith(row.getValue());
                    assertThat(reply.body().length()).isLessThan(10_000);
                }));
    }

    @Test
    default void takesAFormWithAFile() {
        ApiClient client = api().newcomer().with("Content-Type", "multipart/form-data; boundary=XX");
        String form = """
                --XX\r
                Content-Disposition: form-data; name="file"; filename="../../people.csv"\r
                Content-Type: text/csv\r
                \r
                name,email
                Ada,ada@x.org
                \r
                --XX\r
                Content-Disposition: form-data; name="tags"\r
                \r
                fair; 2026\r
                --XX--\r
                """;
        assertCounts(client.post(IMPORT, form), 1, 0, 0, 0);
        assertThat(client.get("contacts").at("data[0].tags").toString()).isEqualTo("[\"fair\",\"2026\"]");
        assertThat(client.post(IMPORT, form.replace("name=\"file\"", "name=\"other\""))
                        .status())
                .isEqualTo(422);
        assertThat(client.post(IMPORT, "no form").status()).isEqualTo(400);
        assertThat(client.post(IMPORT + "?matchBy=shoe", form).faultyFields()).containsExactly("matchBy");
    }

    @Test
    default void tellsInADryRunWhatWouldHappen() {
        ApiClient client = api().newcomer();
        String table = "email\na@x.org\nA@x.org\nbad\n";
        Reply dry = csv(client, table, "?dryRun=true");
        assertCounts(dry, 1, 0, 1, 1);
        assertThat(dry.at("dryRun").asBoolean()).isTrue();
        assertThat(client.get("contacts").at("total").asInt()).isZero();
        assertCounts(csv(client, table, ""), 1, 0, 1, 1);
    }

    @Test
    default void takesFilesThatAreLargerThanOtherBodies() {
        ApiClient client = api().newcomer();
        String table = IntStream.range(0, 5_000)
                .mapToObj(i -> "Name " + i + ",n" + i + "@x.org," + "note ".repeat(60))
                .collect(Collectors.joining("\n", "name,email,notes\n", "\n"));
        assertThat(table.length()).isGreaterThan(1_500_000);
        assertCounts(csv(client, table, ""), 5_000, 0, 0, 0);
        assertThat(client.get("contacts?limit=1").at("total").asInt()).isEqualTo(5_000);
        assertCounts(csv(client, table, ""), 0, 0, 5_000, 0);
    }

    @Test
    default void refusesWhoMayNotWriteAndWhatIsNoFile() {
        ApiClient viewer = api().with(TestTokens.of("org_viewers").with("role", "viewer"));
        assertThat(csv(viewer, "name\nAda\n", "?dryRun=true").status()).isEqualTo(403);
        assertThat(csv(api().anonymous(), "name\nAda\n", "").status()).isEqualTo(401);
        ApiClient client = api().newcomer();
        assertThat(client.call("POST", IMPORT, null).status()).isEqualTo(400);
        assertThat(client.with("Content-Type", "image/png").post(IMPORT, "x").status())
                .isEqualTo(415);
        assertThat(client.with("Content-Encoding", "gzip").post(IMPORT, "[]").status())
                .isEqualTo(415);
    }

    private static Reply csv(ApiClient client, String table, String query) {
        return client.with("Content-Type", "text/csv").post(IMPORT + query, table);
    }

    private static void assertCounts(Reply summary, int created, int updated, int skipped, int failed) {
        assertThat(summary.status()).as(summary.body()).isEqualTo(200);
        assertThat(Stream.of("created", "updated", "skipped", "failed", "total")
                        .map(count -> summary.at(count).asInt()))
                .as(summary.body())
                .containsExactly(created, updated, skipped, failed, created + updated + skipped + failed);
    }

    private static List<String> errors(Reply summary) {
        return summary.at("errors")
                .valueStream()
                .map(error ->
                        error.path("row").asText() + " " + error.path("field").asText())
                .toList();
    }
}
