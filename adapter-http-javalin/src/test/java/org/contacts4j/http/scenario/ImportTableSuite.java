package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of tables as spreadsheets, mail programs and CRMs of several countries write them. */
interface ImportTableSuite extends ApiUnderTest {

    @TestFactory
    default Stream<DynamicTest> followsTheDeclaredEncoding() {
        Charset japanese = Charset.forName("windows-31j");
        return Map.of(
                        "text/csv; charset=Shift_JIS", "氏名,メール\n佐藤 花子,hanako@x.org\n".getBytes(japanese),
                        "text/csv; charset=\"koi8-r\"",
                                "Name,E-mail\nИрина,i@x.org\n".getBytes(Charset.forName("KOI8-R")),
                        "text/csv; header=present; charset=macintosh",
                                "Name,E-mail\nZoë,z@x.org\n".getBytes(Charset.forName("x-MacRoman")),
                        "application/json; charset=iso-8859-1",
                                "[{\"name\": \"Zoë\"}]".getBytes(StandardCharsets.ISO_8859_1))
                .entrySet()
                .stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    ApiClient client = api().newcomer();
                    Reply summary =
                            client.with("Content-Type", file.getKey()).send(ImportSuite.IMPORT, file.getValue());
                    assertThat(summary.at("created").asInt()).as(summary.body()).isEqualTo(1);
                    assertThat(client.get("contacts").text("data[0].name")).isIn("佐藤 花子", "Ирина", "Zoë");
                }));
    }

    @Test
    default void followsTheEncodingOfThePartOfAForm() {
        ApiClient client = api().newcomer().with("Content-Type", "multipart/form-data; boundary=XX");
        String form = """
                --XX\r
                Content-Disposition: form-data; name="file"; filename="people.csv"\r
                Content-Type: text/csv; charset=windows-1250\r
                \r
                Name
                Łukasz
                \r
                --XX--\r
                """;
        Reply summary = client.send(ImportSuite.IMPORT, form.getBytes(Charset.forName("windows-1250")));
        assertThat(summary.text("encoding")).isEqualTo("windows-1250");
        assertThat(client.get("contacts").text("data[0].name")).isEqualTo("Łukasz");
        String unknown = form.replace("windows-1250", "x-none");
        assertThat(client.post(ImportSuite.IMPORT, unknown).status()).isEqualTo(415);
    }

    @TestFactory
    default Stream<DynamicTest> refusesAnUnknownEncodingOnEveryRouteWithABody() {
        return Stream.of(ImportSuite.IMPORT, "imports", "contacts", "companies", "contacts/search", "custom-fields")
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    String type = path.contains("import") ? "text/csv" : "application/json";
                    Reply refusal = api().newAdmin()
                            .with("Idempotency-Key", "key-" + path.hashCode())
                            .with("Content-Type", type + "; charset=x-none")
                            .post(path, "{}");
                    assertThat(refusal.status()).as(refusal.body()).isEqualTo(415);
                    assertThat(refusal.text("error")).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
                }));
    }

    @Test
    default void readsARowInAnotherEncodingByItself() {
        ApiClient client = api().newcomer();
        byte[] good = "Name,E-mail\nChloë,a@x.org\n".getBytes(StandardCharsets.UTF_8);
        byte[] other = "René,b@x.org\n".getBytes(Charset.forName("windows-1252"));
        byte[] both = new byte[good.length + other.length];
        System.arraycopy(good, 0, both, 0, good.length);
        System.arraycopy(other, 0, both, good.length, other.length);
        Reply summary = client.with("Content-Type", "text/csv").send(ImportSuite.IMPORT, both);
        assertThat(listed(summary, "warnings")).containsExactly("3 row");
        assertThat(summary.text("encoding")).isEqualTo("UTF-8");
        assertThat(names(client)).containsExactlyInAnyOrder("Chloë", "René");
    }

    @TestFactory
    default Stream<DynamicTest> findsTheHeaderBehindOtherRows() {
        return Map.of(
                        "a separator line", "sep=;\r\nName;E-mail\r\nAda, Countess;ada@x.org\r\n",
                        "a quoted separator line", "\"sep=^\"\nName^E-mail\nAda, Countess^ada@x.org\n",
                        "blank rows", "\n;;\nName;E-mail\nAda, Countess;ada@x.org\n",
                        "notes",
                                "Notes:\n\"Some addresses are missing, see help\"\n\nName;E-mail;Company\nAda, Countess;ada@x.org;\n",
                        "notes with blank cells",
                                "Notes:;;\n\"See help, please\";;\n;;\nName;E-mail;Company\nAda, Countess;;\n",
                        "a title with more separators", "Contacts, 2026, all\nName;E-mail\nAda, Countess;ada@x.org\n",
                        "one column", "Name\n\"Ada, Countess\"\n",
                        "commas in one column", "Name\nAda, Countess\n")
                .entrySet()
                .stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    ApiClient client = api().newcomer();
                    Reply summary = csv(client, file.getValue(), "");
                    assertThat(summary.at("created").asInt()).as(summary.body()).isEqualTo(1);
                    assertThat(names(client)).containsExactly("Ada, Countess");
                }));
    }

    @Test
    default void mendsOrRefusesWhatSpreadsheetsDoToNumbers() {
        ApiClient client = api().newcomer();
        Reply summary = csv(client, """
                Name,Phone,Code,Zip
                Ada,4.91515E+11,,
                Bo,491515550001.0,'0042,28195.0
                Cy,'+49 151 5550002,7.12E+12,
                Di,#NAME?,,
                """, "");
        assertThat(listed(summary, "errors")).containsExactly("2 phone", "4 code", "5 phone");
        assertThat(summary.text("errors[0].message")).contains("spreadsheet");
        assertThat(listed(summary, "warnings")).containsExactly("3 phone", "3 address.postalCode");
        Reply list = client.get("contacts");
        assertThat(list.text("data[0].phone")).isEqualTo("491515550001");
        assertThat(list.text("data[0].code")).isEqualTo("0042");
        assertThat(list.text("data[0].address.postalCode")).isEqualTo("28195");
    }

    @Test
    default void readsSeveralValuesInACellAndInSeveralColumns() {
        ApiClient client = api().newcomer();
        csv(client, """
                Name,E-mail,Phone,Tags,Categories,Notes,Comments,Company,Account
                Ada,"Ada <ada@x.org>, a.king@x.org; nobody",+44 20 5550110 ::: +44 20 5550111,vip ::: * myContacts,"[""fair"", ""poets""]",first,second,Analytical Ltd,Babbage & Co
                """, "");
        Reply ada = client.get("contacts/" + client.get("contacts").text("data[0].id"));
        assertThat(ada.at("emails").toString()).contains("ada@x.org").contains("a.king@x.org");
        assertThat(ada.at("phones").size()).isEqualTo(2);
        assertThat(ada.at("tags").toString()).isEqualTo("[\"vip\",\"fair\",\"poets\"]");
        assertThat(ada.text("notes")).isEqualTo("first\nsecond");
        assertThat(ada.text("company")).isEqualTo("Analytical Ltd");
    }

    @Test
    default void takesAnAddressFromOneGroupOfColumns() {
        ApiClient client = api().newcomer();
        Reply summary = csv(client, """
                Name,Business City,Business Country,Home Street,Home City,Home Postal Code
                Ada,London,UK,Elm Lane 4,Leeds,LS1 4AB
                Bo,Hamburg,DE,,,
                """, "");
        assertThat(listed(summary, "warnings")).containsExactly("2 address");
        assertThat(summary.text("warnings[0].message")).contains("London, UK");
        Reply list = client.get("contacts?search=Ada");
        assertThat(list.text("data[0].address.city")).isEqualTo("Leeds");
        assertThat(list.at("data[0].address.country").isNull()).isTrue();
        assertThat(client.get("contacts?search=Bo").text("data[0].address.city"))
                .isEqualTo("Hamburg");
    }

    @Test
    default void aBadCellCostsTheCellUnlessItTellsWhoItIs() {
        ApiClient client = api().newAdmin();
        client.post("custom-fields", "{\"key\": \"born\", \"type\": \"date\"}");
        client.post("custom-fields", "{\"key\": \"size\", \"type\": \"number\"}");
        Reply summary = csv(client, """
                Name,E-mail,E-mail 2,Website,Status,Country Code,custom.born,custom.size
                Ada,ada@x.org,nobody,nowhere,gone,XX,03/04/1815,"1,234"
                Bo,bo,,x.org,,,,
                Cy,cy@x.org,,mailto:cy@x.org,active,,25.12.1815,"1.234,5"
                """, "");
        assertThat(listed(summary, "errors")).containsExactly("3 email");
        assertThat(listed(summary, "warnings"))
                .containsExactlyInAnyOrder(
                        "2 emails",
                        "2 website",
                        "2 status",
                        "2 address.countryCode",
                        "2 customFields.born",
                        "2 customFields.size",
                        "4 website");
        Reply cy = client.get("contacts?search=Cy");
        assertThat(cy.text("data[0].customFields.born")).isEqualTo("1815-12-25");
        assertThat(cy.at("data[0].customFields.size").decimalValue()).isEqualByComparingTo("1234.5");
        csv(
                client,
                "Name,E-mail,custom.born,custom.size\nAda,ada@x.org,03/04/1815,\"1,234\"\n",
                "?updateExisting=true&dateFormat=dd/MM/yyyy&decimal=,");
        Reply ada = client.get("contacts?search=Ada");
        assertThat(ada.text("data[0].customFields.born")).isEqualTo("1815-04-03");
        assertThat(ada.at("data[0].customFields.size").decimalValue()).isEqualByComparingTo("1.234");
        assertThat(csv(client, "Name\nDi\n", "?dateFormat=shoe&decimal=x").faultyFields())
                .containsExactly("dateFormat", "decimal");
    }

    @Test
    default void neverClearsDncUnlessItIsToldTo() {
        ApiClient client = api().newcomer();
        csv(client, "Name,E-mail,Email Opt Out,Do Not Call\nAda,ada@x.org,no,x\nBo,bo@x.org,nein,\n", "");
        assertThat(client.get("contacts?search=Ada").at("data[0].dnc").asBoolean())
                .isTrue();
        assertThat(client.get("contacts?search=Bo").at("data[0].dnc").asBoolean())
                .isFalse();
        String table = "Name,E-mail,dnc,Notes\nAda,ada@x.org,no,n\n";
        Reply kept = csv(client, table, "?updateExisting=true");
        assertThat(listed(kept, "warnings")).containsExactly("2 dnc");
        assertThat(client.get("contacts?search=Ada").at("data[0].dnc").asBoolean())
                .isTrue();
        csv(client, table, "?updateExisting=true&clearDnc=true");
        assertThat(client.get("contacts?search=Ada").at("data[0].dnc").asBoolean())
                .isFalse();
        assertThat(listed(csv(client, "Name,dnc\nCy,perhaps\n", ""), "errors")).containsExactly("2 dnc");
    }

    @Test
    default void namesARowByItsDisplayNameOrCompany() {
        ApiClient client = api().newcomer();
        Reply summary = csv(
                client,
                "First Name,Display Name,Company,E-mail,Notes\n,Ada L.,Analytical,a@x.org,\n,,Gasworks,,meter 7\n",
                "");
        assertThat(summary.at("failed").asInt()).isZero();
        assertThat(names(client)).containsExactlyInAnyOrder("Ada L.", "Gasworks");
    }

    @Test
    default void understandsYesAndNoOfCustomFields() {
        ApiClient client = api().newAdmin();
        client.post("custom-fields", "{\"key\": \"member\", \"type\": \"boolean\"}");
        Reply summary = csv(client, "Name,custom.member\nA,y\nB,x\nC,ja\nD,N\nE,não\n", "");
        assertThat(summary.at("warnings").size()).isZero();
        List<Boolean> members = client.get("contacts?orderBy=name&orderDirection=asc")
                .at("data")
                .valueStream()
                .map(contact -> contact.path("customFields").path("member").asBoolean())
                .toList();
        assertThat(members).containsExactly(true, true, true, false, false);
    }

    @Test
    default void mapsColumnsByHand() {
        ApiClient client = api().newAdmin();
        client.post("custom-fields", "{\"key\": \"shoe\", \"label\": \"Shoe size\", \"type\": \"number\"}");
        String table = "Column 7;Who;E-mail;Größe\nAnalyst;Ada;ada@x.org;39\nPoet;Bo;bo@x.org;40\n";
        String mapping = "{\"Column 7\": \"metadata.title\", \"Who\": \"name\", \"E-mail\": \"ignore\","
                + " \"größe\": \"customFields.Shoe size\"}";
        Reply dry = csv(client, table, "?dryRun=true&mapping=" + encoded(mapping));
        assertThat(dry.at("columns[0]").toString())
                .isEqualTo("{\"name\":\"Column 7\",\"field\":\"metadata.title\",\"samples\":[\"Analyst\",\"Poet\"]}");
        assertThat(dry.at("columns[2].field").isNull()).isTrue();
        csv(client, table, "?mapping=" + encoded(mapping));
        Reply ada = client.get("contacts?search=Ada");
        assertThat(ada.text("data[0].metadata.title")).isEqualTo("Analyst");
        assertThat(ada.at("data[0].email").isNull()).isTrue();
        assertThat(ada.at("data[0].customFields.shoe").asInt()).isEqualTo(39);
        for (String wrong : List.of("{\"Who\": \"shoe\"}", "{\"Hat\": \"name\"}", "{\"Who\": 1}", "[]", "x")) {
            assertThat(csv(client, table, "?mapping=" + encoded(wrong)).faultyFields())
                    .as(wrong)
                    .containsOnly("mapping");
        }
    }

    @Test
    default void understandsMembersOfJsonAsColumnNamesOrListsThem() {
        ApiClient client = api().newcomer();
        Reply summary = client.post(ImportSuite.IMPORT, """
                {"mapping": {"Rolle": "metadata.title"},
                 "contacts": [{"name": "Ada", "Email": "ada@x.org", "mobile": 447005550100, "company_name": "Analytical",
                               "Rolle": "Analyst", "shoe": 39, "createdAt": "2026-01-01", "metadata": {"hat": 1},
                               "company": "Kept"}]}
                """);
        assertThat(summary.at("mapping").toString())
                .isEqualTo("{\"Email\":\"email\",\"mobile\":\"metadata.mobilePhone\",\"Rolle\":\"metadata.title\"}");
        assertThat(summary.at("unmapped").valueStream().map(name -> name.asText()))
                .containsExactlyInAnyOrder("company_name", "shoe", "metadata.hat");
        Reply ada = client.get("contacts?search=Ada");
        assertThat(ada.text("data[0].email")).isEqualTo("ada@x.org");
        assertThat(ada.text("data[0].metadata.mobilePhone")).isEqualTo("447005550100");
        assertThat(ada.text("data[0].metadata.title")).isEqualTo("Analyst");
        assertThat(ada.text("data[0].company")).isEqualTo("Kept");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Reply csv(ApiClient client, String table, String query) {
        return client.with("Content-Type", "text/csv").post(ImportSuite.IMPORT + query, table);
    }

    private static List<String> names(ApiClient client) {
        return client.get("contacts")
                .at("data")
                .valueStream()
                .map(one -> one.path("name").asText())
                .toList();
    }

    private static List<String> listed(Reply summary, String list) {
        return summary.at(list)
                .valueStream()
                .map(error ->
                        error.path("row").asText() + " " + error.path("field").asText())
                .toList();
    }
}
