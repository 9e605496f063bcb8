package org.contacts4j.http.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Tests of vCards over HTTP: one as a new contact, many as an import, and photos in both directions. */
interface CardSuite extends ApiUnderTest {

    byte[] PICTURE = HexFormat.of().parseHex("89504e470d0a1a0a" + "00ff10".repeat(100));

    String PHOTO = Base64.getEncoder().encodeToString(PICTURE);

    String ADA = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nEMAIL;TYPE=work:ada@x.org\nPHOTO;ENCODING=b;TYPE=PNG:"
            + PHOTO + "\nEND:VCARD\n";

    @Test
    default void importsPicturesAsAttachmentsOnce() {
        ApiClient client = cards(api().newcomer());
        Reply dry = client.post("contacts/import?dryRun=true", ADA);
        assertThat(dry.at("created").asInt()).as(dry.body()).isEqualTo(1);
        assertThat(client.post("contacts/import", ADA).at("created").asInt()).isEqualTo(1);
        Reply again = client.post("contacts/import?updateExisting=true", ADA);
        assertThat(again.at("skipped").asInt()).as(again.body()).isEqualTo(1);
        assertPhoto(client, client.get("contacts").text("data[0].id"));
    }

    @Test
    default void importsPicturesInTheBackground() {
        ApiClient client = cards(api().newcomer());
        String at = client.post("imports", ADA).header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.get(at).text("state").equals("done"));
        assertPhoto(client, client.get("contacts").text("data[0].id"));
    }

    @Test
    default void namesThePropertiesOfCardsInErrorsAndWarnings() {
        ApiClient client = cards(api().newcomer());
        Reply summary = client.post(
                "contacts/import",
                card("FN:Ada", "TITLE:" + "x".repeat(2_000), "PHOTO;ENCODING=b:QUJD") + card("FN:Bo", "EMAIL:bo"));
        assertThat(summary.at("warnings").findValuesAsText("field")).containsExactly("PHOTO", "TITLE");
        assertThat(summary.at("errors").findValuesAsText("field")).containsExactly("EMAIL");
    }

    @Test
    default void exportsPhotosOnRequest() {
        ApiClient client = cards(api().newAdmin());
        client.post("contacts/import", ADA + card("FN:Bo"));
        assertThat(client.get("contacts/export?format=vcard3").body()).doesNotContain("PHOTO");
        Reply file = client.get("contacts/export?format=vcard3&photos=true");
        assertThat(unfolded(file.body())).contains("PHOTO;ENCODING=b;TYPE=png:" + PHOTO, "FN:Bo");
        assertThat(unfolded(
                        client.get("contacts/export?format=vcard4&photos=true").body()))
                .contains("PHOTO:data:image/png;base64," + PHOTO);
        assertThat(client.get("contacts/export?format=jcard&photos=true").body())
                .contains(PHOTO);
        ApiClient other = cards(api().newcomer());
        assertThat(other.post("contacts/import", file.body()).at("created").asInt())
                .isEqualTo(2);
        assertPhoto(other, other.get("contacts?q=ada").text("data[0].id"));
        assertThat(client.get("audit?action=contacts.exported").body()).contains("\"photos\":\"true\"");
    }

    @Test
    default void saysWhichExportsHavePhotos() {
        ApiClient client = api().newcomer();
        assertThat(client.get("contacts/export?photos=true").faultyFields()).containsExactly("photos");
        assertThat(client.get("contacts/export?format=vcard3&photos=maybe").faultyFields())
                .containsExactly("photos");
        assertThat(client.post("contacts/export", "{\"format\": \"vcard4\", \"photos\": true}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    default void createsAContactFromACard() {
        ApiClient client = cards(api().newcomer());
        Reply created = client.post("contacts", ADA);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/contacts/" + created.text("id"));
        assertThat(created.text("name")).isEqualTo("Ada Lovelace");
        assertThat(created.text("emails[0].label")).isEqualTo("work");
        assertPhoto(client, created.text("id"));
        HttpResponse<byte[]> card = client.with("Accept", "text/vcard")
                .exchange("POST", "contacts", BodyPublishers.ofString(ADA.replace("ada@", "countess@")));
        assertThat(card.statusCode()).isEqualTo(201);
        assertThat(card.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/vcard");
        assertThat(unfolded(new String(card.body(), UTF_8))).contains("countess@x.org", PHOTO);
    }

    @Test
    default void refusesCardsThatMakeNoContactAndStoresNothing() {
        ApiClient client = cards(api().newcomer());
        Reply several = client.post("contacts", ADA + ADA);
        assertThat(several.status()).isEqualTo(422);
        assertThat(several.text("message")).contains("/api/v1/contacts/import");
        assertThat(client.post("contacts", "name\nAda\n").faultyFields()).containsExactly("body");
        assertThat(client.post("contacts", "BEGIN:VCARD\nFN:Ada\n").faultyFields())
                .containsExactly("body");
        assertThat(client.post("contacts", card("FN:Ada", "EMAIL:ada", "TITLE:" + "x".repeat(2_000)))
                        .faultyFields())
                .containsExactlyInAnyOrder("EMAIL", "TITLE");
        assertThat(client.post(
                                "contacts",
                                card("FN:Ada", "PHOTO;ENCODING=b:QUJD", "X-CONTACTS4J:{\"status\":\"gone\"}"))
                        .faultyFields())
                .containsExactlyInAnyOrder("PHOTO", "X-CONTACTS4J status");
        assertThat(client.post("contacts", card("KIND:group", "FN:Club")).faultyFields())
                .containsExactly("KIND");
        assertThat(client.post("contacts", card("NOTE:nameless")).faultyFields())
                .containsExactly("FN");
        assertThat(client.get("contacts").at("total").asInt()).isZero();
    }

    @Test
    default void changesContactsWithJsonOnly() {
        ApiClient client = api().newcomer();
        String contact = "contacts/" + client.create("Ada").text("id");
        for (Reply refused :
                List.of(cards(client).put(contact, ADA), cards(client).patch(contact, ADA))) {
            assertThat(refused.status()).isEqualTo(415);
            assertThat(refused.text("message")).contains("application/json");
        }
        ApiClient viewer = api().with(TestTokens.of("org_viewers").with("role", "viewer"));
        assertThat(cards(viewer).post("contacts", ADA).status()).isEqualTo(403);
    }

    @Test
    default void repeatsACardWithAKeyWithoutASecondContact() {
        ApiClient client = cards(api().newcomer()).with("Idempotency-Key", "one");
        Reply first = client.post("contacts", ADA);
        Reply second = client.post("contacts", ADA);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(client.post("contacts", card("FN:Bo")).text("error")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertPhoto(client, first.text("id"));
        assertThat(client.get("contacts").at("total").asInt()).isEqualTo(1);
    }

    @Test
    default void repeatsTheResponseAsACard() {
        ApiClient client =
                cards(api().newcomer()).with("Idempotency-Key", "two").with("Accept", "text/vcard;version=4.0");
        HttpResponse<byte[]> first = client.exchange("POST", "contacts", BodyPublishers.ofString(ADA));
        HttpResponse<byte[]> second = client.exchange("POST", "contacts", BodyPublishers.ofString(ADA));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        for (HttpResponse<byte[]> response : List.of(first, second)) {
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .isEqualToIgnoringCase("text/vcard;version=4.0;charset=utf-8");
            assertThat(response.headers().firstValue("Location")).isPresent();
        }
    }

    @Test
    default void readsTheDeclaredCharset() {
        ApiClient client = api().newcomer();
        String card = card("FN:Zoë");
        assertThat(created(client, "text/vcard; charset=iso-8859-1", card.getBytes(ISO_8859_1)))
                .isEqualTo("Zoë");
        assertThat(created(client, "text/vcard; charset=utf-16", card.getBytes(UTF_16)))
                .isEqualTo("Zoë");
        assertThat(created(client, "text/x-vcard", card.getBytes(ISO_8859_1))).isEqualTo("Zoë");
        ApiClient unknown = client.with("Content-Type", "text/vcard; charset=klingon");
        assertThat(unknown.post("contacts", card).status()).isEqualTo(415);
        assertThat(unknown.post("contacts/import", card).status()).isEqualTo(415);
        Reply imported = client.with("Content-Type", "text/vcard; charset=utf-16")
                .send("contacts/import", card.getBytes(UTF_16));
        assertThat(imported.at("skipped").asInt()).as(imported.body()).isEqualTo(1);
    }

    private static String created(ApiClient client, String type, byte[] card) {
        Reply created = client.with("Content-Type", type).send("contacts", card);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.text("name");
    }

    private static void assertPhoto(ApiClient client, String contact) {
        Reply attachments = client.get("contacts/" + contact + "/attachments");
        assertThat(attachments.at("data").findValuesAsText("fileName")).containsExactly("photo.png");
        assertThat(client.exchange("GET", attachments.text("data[0].url"), BodyPublishers.noBody())
                        .body())
                .isEqualTo(PICTURE);
        HttpResponse<byte[]> card =
                client.with("Accept", "text/vcard").exchange("GET", "contacts/" + contact, BodyPublishers.noBody());
        assertThat(unfolded(new String(card.body(), UTF_8))).contains("PHOTO;ENCODING=b;TYPE=png:" + PHOTO);
    }

    private static ApiClient cards(ApiClient client) {
        return client.with("Content-Type", "text/vcard");
    }

    private static String card(String... properties) {
        return "BEGIN:VCARD\nVERSION:3.0\n" + String.join("\n", properties) + "\nEND:VCARD\n";
    }

    private static String unfolded(String cards) {
        return cards.replace("\r\n ", "");
    }
}
