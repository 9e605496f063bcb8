package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of the cells and rows that people and programs write, and that are no plain values. */
interface ImportCellSuite extends ApiUnderTest {

    @Test
    default void takesTextsThatStandForNoValueForEmptyCells() {
        ApiClient client = api().newcomer();
        Reply summary = csv(client, """
                Name,Email,Phone,City,Company,Website,Notes,Tags,Last Name
                Ada,NULL,n/a,N/A,-,none,\\N,(null),-
                Null,null@x.org,None,None,Null,nil,,,
                """);
        assertThat(summary.at("created").asInt()).as(summary.body()).isEqualTo(2);
        assertThat(summary.at("warnings").size()).as(summary.body()).isZero();
        JsonNode ada = contact(client, "Ada");
        assertThat(Stream.of("email", "phone", "address", "company", "website", "notes", "lastName")
                        .map(ada::path))
                .allMatch(JsonNode::isNull);
        assertThat(ada.path("tags").size()).isZero();
        JsonNode named = contact(client, "null@x.org");
        assertThat(named.path("name").asText()).isEqualTo("Null");
        assertThat(named.path("phone").isNull()).isTrue();
        assertThat(named.path("company").isNull()).isTrue();
        assertThat(named.path("address").path("city").asText()).isEqualTo("None");
    }

    @Test
    default void keepsTextsThatStandForNoValueInCustomFields() {
        ApiClient client = api().newAdmin();
        client.post(
                "custom-fields",
                "{\"key\": \"tier\", \"type\": \"select\", \"options\": [\"gold\", \"N/A\"], \"label\": \"Tier\"}");
        csv(client, "Name,Tier\nAda,N/A\n");
        assertThat(contact(client, "Ada").path("customFields").path("tier").asText())
                .isEqualTo("N/A");
    }

    @TestFactory
    default Stream<DynamicTest> findsTheAddressesInATextOfACell() {
        return Stream.of(
                        List.of("a@x.org.", "a@x.org"),
                        List.of("<a@x.org>", "a@x.org"),
                        List.of("a@x.org / b@x.org", "a@x.org b@x.org"),
                        List.of("a@x.org|b@x.org", "a@x.org b@x.org"),
                        List.of("a@x.org b@x.org", "a@x.org b@x.org"),
                        List.of("a@x.org or b@x.org", "a@x.org b@x.org"),
                        List.of("a@x.org (work)", "a@x.org"),
                        List.of("Ada Lovelace a@x.org", "a@x.org"),
                        List.of("MAILTO:a@x.org?", ""),
                        List.of("a/b@x.org", "a/b@x.org"),
                        List.of("a @x.org", ""),
                        List.of("a(at)x.org", ""))
                .map(cell -> DynamicTest.dynamicTest(cell.get(0), () -> {
                    ApiClient client = api().newcomer();
                    Reply summary = csv(client, "Name\tEmail\nAda\t" + cell.get(0) + "\n");
                    boolean valid = !cell.get(1).isEmpty();
                    assertThat(summary.at("created").asInt()).as(summary.body()).isEqualTo(valid ? 1 : 0);
                    List<String> found = client.get("contacts")
                            .at("data")
                            .path(0)
                            .path("emails")
                            .valueStream()
                            .map(email -> email.path("address").asText())
                            .toList();
                    assertThat(found).isEqualTo(valid ? List.of(cell.get(1).split(" ")) : List.of());
                }));
    }

    @TestFactory
    default Stream<DynamicTest> findsTheNumbersInATextOfACell() {
        return Stream.of(
                        List.of("020 7946 0000 / 020 7946 0001", "020 7946 0000", "020 7946 0001"),
                        List.of("020 7946 0000, 020 7946 0001", "020 7946 0000", "020 7946 0001"),
                        List.of("+44 20 7946 0000 or 020 7946 0001", "+44 20 7946 0000", "020 7946 0001"),
                        List.of("0221 / 1234567", "0221 / 1234567"),
                        List.of("020 7946 0000 / 0001", "020 7946 0000 / 0001"),
                        List.of("020 7946 0000, ext. 12", "020 7946 0000, ext. 12"),
                        List.of("+44\u00a020\u00a07946\u00a00000", "+44 20 7946 0000"),
                        List.of("=+44 20 7946 0000", "+44 20 7946 0000"))
                .map(cell -> DynamicTest.dynamicTest(cell.get(0), () -> {
                    ApiClient client = api().newcomer();
                    csv(client, "Name\tPhone\nAda\t" + cell.get(0) + "\n");
                    assertThat(client.get("contacts")
                                    .at("data")
                                    .path(0)
                                    .path("phones")
                                    .valueStream()
                                    .map(phone -> phone.path("number").asText()))
                            .isEqualTo(cell.subList(1, cell.size()));
                }));
    }

    @Test
    default void leavesOutANumberWithoutDigitsAndANameInsteadOfAnId() {
        ApiClient client = api().newcomer();
        Reply summary = csv(client, "Name,Phone,Reports To,Company ID\nAda,keine,Charles Babbage,900\n");
        assertThat(summary.at("created").asInt()).as(summary.body()).isEqualTo(1);
        assertThat(warnings(summary))
                .containsExactlyInAnyOrder(
                        "2 phone is no phone number and was left out: keine",
                        "2 metadata.reportsTo is not an id and was left out: Charles Babbage",
                        "2 parentEntityId is not an id and was left out: 900");
    }

    @Test
    default void readsTextsThatProgramsWriteAsFormulas() {
        ApiClient client = api().newcomer();
        csv(
                client,
                "Name,Phone,Zip,Code,Email\nAda,\"=\"\"+44 20\"\"\",\"=\"\"01234\"\"\",\"=\"\"007\"\"\",\"=\"\"a@x.org\"\"\"\n");
        JsonNode ada = contact(client, "Ada");
        assertThat(ada.path("phone").asText()).isEqualTo("+44 20");
        assertThat(ada.path("address").path("postalCode").asText()).isEqualTo("01234");
        assertThat(ada.path("code").asText()).isEqualTo("007");
        assertThat(ada.path("email").asText()).isEqualTo("a@x.org");
    }

    @Test
    default void readsQuotesBehindSpacesIfTheHeaderHasThemToo() {
        ApiClient client = api().newcomer();
        csv(client, "Name, \"City\", Notes\nAda, \"Köln\", \"a \"\"b\"\"\"\n");
        assertThat(contact(client, "Ada").path("address").path("city").asText()).isEqualTo("Köln");
        csv(client, "Name,City\nBo, \"Ulm\"\n");
        assertThat(contact(client, "Bo").path("address").path("city").asText()).isEqualTo("\"Ulm\"");
    }

    @TestFactory
    default Stream<DynamicTest> skipsAHeaderThatIsRepeated() {
        return Stream.of(
                        "Name,City\nAda,London\nName,City\nBo,Leeds\n",
                        "\ufeffName,City,\nAda,London\n\ufeffname , CITY\nBo,Leeds,\n\n",
                        "sep=;\nName;City\nAda;London\nName;City\nBo;Leeds\n")
                .map(table -> DynamicTest.dynamicTest(
                        table.lines().skip(2).findFirst().orElse(""), () -> {
                            ApiClient client = api().newcomer();
                            Reply summary = csv(client, table);
                            assertThat(summary.at("total").asInt())
                                    .as(summary.body())
                                    .isEqualTo(2);
                            assertThat(client.get("contacts")
                                            .at("data")
                                            .valueStream()
                                            .map(one -> one.path("name").asText()))
                                    .containsExactlyInAnyOrder("Ada", "Bo");
                        }));
    }

    @Test
    default void labelsNumbersAndAddressesAsGoogleDoes() {
        ApiClient client = api().newcomer();
        Reply summary = csv(client, """
                Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Phone 3 - Label,Phone 3 - Value
                Ada,* Work,a@x.org,Home,h@x.org,Mobile,+44 7700 900000 ::: +44 7700 900001,,,Work Fax,+44 20 7946 0001
                Bo,,b@x.org,,,,+44 20 7946 0002,Grandma's place,+44 20 7946 0003,,
                """);
        assertThat(summary.at("unmapped").size()).as(summary.body()).isZero();
        assertThat(summary.text("mapping.Phone 3 - Label")).isEqualTo("phones.label");
        JsonNode ada = contact(client, "Ada");
        assertThat(labels(ada, "emails", "address")).containsExactly("a@x.org work", "h@x.org home");
        assertThat(labels(ada, "phones", "number"))
                .containsExactly("+44 7700 900000 mobile", "+44 7700 900001 mobile", "+44 20 7946 0001 fax");
        assertThat(ada.path("metadata").path("mobilePhone").asText()).isEqualTo("+44 7700 900000");
        JsonNode bo = contact(client, "Bo");
        assertThat(labels(bo, "emails", "address")).containsExactly("b@x.org primary");
        assertThat(labels(bo, "phones", "number"))
                .containsExactly("+44 20 7946 0002 primary", "+44 20 7946 0003 grandma's place");
    }

    @Test
    default void doesNotTakeThePrivacyOfAGermanOutlookContactForANumber() {
        ApiClient client = api().newcomer();
        csv(client, "Vorname,Nachname,Telefon privat,Privat\nAda,Lovelace,+49 221 1234567,Falsch\n");
        csv(client, "Vorname,Nachname,Dienstlich,Privat\nBo,Doe,+49 221 1234567,+49 221 7654321\n");
        assertThat(labels(contact(client, "Ada"), "phones", "number")).containsExactly("+49 221 1234567 home");
        assertThat(labels(contact(client, "Bo"), "phones", "number")).contains("+49 221 7654321 home");
    }

    @Test
    default void saysWhyTheSecondColumnOfAFieldIsIgnored() {
        Reply summary = csv(api().newcomer(), "Name,City,City,Email,Email\nAda,London,Leeds,a@x.org,b@x.org\n");
        assertThat(summary.at("unmapped").toString()).isEqualTo("[\"City\"]");
        assertThat(summary.text("unmappedReasons.City")).isEqualTo("another column or member fills address.city");
    }

    private static Reply csv(ApiClient client, String table) {
        return client.with("Content-Type", "text/csv").post(ImportSuite.IMPORT, table);
    }

    private static JsonNode contact(ApiClient client, String search) {
        return client.get("contacts/" + client.get("contacts?search=" + search).text("data[0].id"))
                .json();
    }

    private static List<String> labels(JsonNode contact, String list, String value) {
        return contact.path(list)
                .valueStream()
                .map(entry ->
                        entry.path(value).asText() + " " + entry.path("label").asText())
                .toList();
    }

    private static List<String> warnings(Reply summary) {
        return summary.at("warnings")
                .valueStream()
                .map(warning -> warning.path("row").asText() + " "
                        + warning.path("field").asText() + " "
                        + warning.path("message").asText())
                .toList();
    }
}
