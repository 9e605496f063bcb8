package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Tests of asynchronous imports, which continue after the response. */
interface ImportJobSuite extends ApiUnderTest {

    String TABLE = "name,email,phone\nAda,ada@x.org,+44 20\n=Bo,bad,\"+1, 2\"\nCy,,\nDi\n";

    @Test
    default void runsAnImportAndTellsHowFarItHasCome() {
        ApiClient client = api().newcomer();
        Reply taken = client.with("Content-Type", "text/csv").post("imports?tags=fair", TABLE);
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        assertThat(taken.text("state")).isEqualTo("queued");
        assertThat(taken.header("Location")).isEqualTo("/api/v1/imports/" + taken.text("id"));
        Reply done = awaitEnd(client, taken.header("Location"));
        assertThat(done.text("state")).as(done.body()).isEqualTo("done");
        assertThat(done.at("rows").asInt()).isEqualTo(4);
        assertThat(done.at("progress").asInt()).isEqualTo(1);
        assertThat(done.at("created").asInt()).isEqualTo(3);
        assertThat(done.at("failed").asInt()).isEqualTo(1);
        assertThat(client.get("contacts?tag=fair").at("total").asInt()).isEqualTo(3);
    }

    @Test
    default void listsTheWarningsOfAnImport() {
        ApiClient client = api().newcomer().with("Content-Type", "text/csv");
        String at = client.post("imports", "name,email,web\nAda,ada@x.org,nowhere\nBo,ADA@x.org,\n")
                .header("Location");
        Reply done = awaitEnd(client, at);
        assertThat(done.at("warningCount").asInt()).as(done.body()).isEqualTo(2);
        assertThat(done.at("warningsTruncated").asBoolean()).isFalse();
        assertThat(done.text("warnings[0].field")).isEqualTo("website");
        assertThat(done.at("warnings[1].row").asInt()).isEqualTo(3);
        assertThat(done.text("warnings[1].message"))
                .isEqualTo("is \"Ada\" in the contact " + client.get("contacts").text("data[0].id")
                        + " that the row matches; the row was skipped");
    }

    @Test
    default void givesBackTheRowsThatFailedWithoutFormulas() {
        ApiClient client = api().newcomer();
        String at =
                client.with("Content-Type", "text/csv").post("imports", TABLE).header("Location");
        awaitEnd(client, at);
        HttpResponse<byte[]> errors = client.exchange("GET", at + "/errors.csv", BodyPublishers.noBody());
        assertThat(errors.statusCode()).isEqualTo(200);
        assertThat(errors.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"errors.csv\"");
        assertThat(errors.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(new String(errors.body(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\ufeffname,email,phone,row,error",
                        "\"'=Bo\",bad,\"'+1, 2\",3,"
                                + "\"email is not an e-mail address; one looks like name@example.org\"");
    }

    @Test
    default void takesBackWhatWasMendedInTheTableOfErrorsAsItWasFirstSent() {
        ApiClient client = api().newcomer().with("Content-Type", "text/csv");
        String at = client.post(
                        "imports", "name,email,phone,notes\nOla,bad,+4915155501234,\"-5\ndays\"\n'=Per,bad,1,=x\n")
                .header("Location");
        awaitEnd(client, at);
        String mended = client.get(at + "/errors.csv")
                .body()
                .replaceFirst("bad", "ola@x.example")
                .replaceFirst("bad", "per@x.example");
        Reply again = client.post("contacts/import", mended);
        assertThat(again.at("created").asInt()).as(again.body()).isEqualTo(2);
        List<String> kept = new ArrayList<>();
        client.get("contacts")
                .at("data")
                .forEach(one -> kept.add(one.path("name").asText()
                        + one.path("phone").asText()
                        + one.path("notes").asText()));
        assertThat(kept).containsExactlyInAnyOrder("Ola+4915155501234-5\ndays", "=Per1=x");
    }

    @Test
    default void alignsTheErrorsOfRowsWithTooManyCellsAndKeepsTheSeparator() {
        ApiClient client = api().newcomer().with("Content-Type", "text/csv");
        String at = client.post("imports?tags=fair", "Name;E-mail\nZoë;bad\nBo;bo@x.org;Ulm;\n")
                .header("Location");
        Reply done = awaitEnd(client, at);
        assertThat(done.text("encoding")).isEqualTo("UTF-8");
        assertThat(done.at("mapping").toString()).isEqualTo("{\"Name\":\"name\",\"E-mail\":\"email\"}");
        String errors = client.get(at + "/errors.csv").body();
        assertThat(errors.lines())
                .containsExactly(
                        "\ufeffName;E-mail;;;row;error",
                        "Zoë;bad;;;2;\"email is not an e-mail address; one looks like name@example.org\"",
                        "Bo;bo@x.org;Ulm;;3;row has 4 cells where the header has 2");
        Reply again = client.post("contacts/import", errors.replace(";bad;", ";zoe@x.org;"));
        assertThat(again.at("created").asInt()).as(again.body()).isEqualTo(1);
        assertThat(again.text("errors[0].message")).isEqualTo("has 3 cells where the header has 2");
        assertThat(again.at("unmapped").size()).isZero();
    }

    @Test
    default void refusesAtOnceWhatCannotBeRead() {
        ApiClient client = api().newcomer().with("Content-Type", "text/csv");
        assertThat(client.post("imports", "name\n\"Ada").status()).isEqualTo(422);
        assertThat(client.post("imports?dryRun=true", TABLE).faultyFields()).containsExactly("dryRun");
        ApiClient viewer = api().with(TestTokens.of("org_viewers").with("role", "viewer"));
        assertThat(viewer.with("Content-Type", "text/csv")
                        .post("imports", TABLE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    default void givesBackJsonRowsAsTheyWereSentAndTheBeginningOfLongOnes() {
        ApiClient client = api().newcomer();
        String spelled = "{ \"name\" : 1.50e1,\\t\"tags\":[ ] }".replace("\\t", "\t");
        String large = "{\"name\": 7, \"notes\": \"" + "x".repeat(200_000) + "\"}";
        String at = client.post("imports", "[" + spelled + ", " + large + "]").header("Location");
        awaitEnd(client, at);
        String errors = client.get(at + "/errors.csv").body();
        assertThat(errors).contains(spelled.replace("\"", "\"\""));
        assertThat(errors).contains("x".repeat(60_000) + "").contains("x…").hasSizeLessThan(70_000);
    }

    @Test
    default void undoesAnImportAndListsTheContactsThatWereChangedSince() {
        ApiClient client = api().newcomer();
        String old = client.post("contacts", "{\"name\": \"Old\", \"email\": \"old@x.org\"}")
                .text("id");
        String rows = "[{\"name\": \"New\", \"email\": \"old@x.org\"}, {\"name\": \"Ada\"}, {\"name\": \"Bo\"}]";
        String at = client.post("imports?updateExisting=true", rows).header("Location");
        Reply done = awaitEnd(client, at);
        assertThat(done.at("undone").isNull()).isTrue();
        String bo = client.get("contacts?search=bo").text("data[0].id");
        client.post("contacts/" + bo + "/comments", "{\"text\": \"met today\"}");
        Reply taken = client.with("Idempotency-Key", "once").post(at + "/undo", "");
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        assertThat(taken.header("Location")).isEqualTo(at);
        assertThat(taken.text("state")).isEqualTo("undoing");
        assertThat(client.with("Idempotency-Key", "once").post(at + "/undo", "").body())
                .isEqualTo(taken.body());
        Reply undone = awaitUndo(client, at);
        assertThat(undone.at("undone").toString()).isEqualTo("{\"removed\":1,\"restored\":1,\"kept\":1}");
        assertThat(undone.at("progress").asInt()).isEqualTo(1);
        assertThat(client.get("contacts/" + old).text("name")).isEqualTo("Old");
        Reply kept = client.get(at + "/kept");
        assertThat(kept.at("contacts").size()).isEqualTo(1);
        assertThat(kept.text("contacts[0].id")).isEqualTo(bo);
        assertThat(kept.text("contacts[0].name")).isEqualTo("Bo");
        assertThat(kept.text("contacts[0].reason")).isEqualTo("in_use");
        assertThat(kept.at("truncated").asBoolean()).isFalse();
        Reply again = client.post(at + "/undo", "");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(undone.body());
    }

    @Test
    default void undoesAnImportOfARequest() {
        ApiClient client = api().newcomer();
        Reply summary = client.post("contacts/import", "[{\"name\": \"Ada\"}, {\"name\": \"\"}]");
        String at = "/api/v1/imports/" + summary.text("importId");
        Reply job = client.get(at);
        assertThat(job.text("state")).as(job.body()).isEqualTo("done");
        assertThat(job.at("progress").asInt()).isEqualTo(1);
        assertThat(job.at("rows").asInt()).isEqualTo(2);
        assertThat(client.get(at + "/errors.csv").status()).isEqualTo(200);
        assertThat(client.post(at + "/undo", "").status()).isEqualTo(202);
        assertThat(awaitUndo(client, at).at("undone").path("removed").asInt()).isEqualTo(1);
        assertThat(client.get("contacts").at("total").asInt()).isZero();
        assertThat(client.post("contacts/import?dryRun=true", "[{\"name\": \"Ada\"}]")
                        .at("importId")
                        .isNull())
                .isTrue();
    }

    @Test
    default void refusesAnUndoByViewersAndOfUnknownImports() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient sender = api().with(TestTokens.of(organization));
        String at = sender.post("imports", "[]").header("Location");
        awaitEnd(sender, at);
        ApiClient viewer = api().with(TestTokens.of(organization).with("role", "viewer"));
        assertThat(viewer.post(at + "/undo", "").status()).isEqualTo(403);
        ApiClient restricted =
                api().with(TestTokens.of(organization).with("sub", "walker").with("data", "assigned"));
        assertThat(restricted.post(at + "/undo", "").status()).isEqualTo(404);
        assertThat(restricted.get(at + "/kept").status()).isEqualTo(404);
        assertThat(api().newcomer().post(at + "/undo", "").text("error")).isEqualTo("NOT_FOUND");
        assertThat(api().newcomer().get("imports/nonsense/kept").text("error")).isEqualTo("NOT_FOUND");
    }

    @Test
    default void hidesTheImportsOfOthers() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient sender = api().with(TestTokens.of(organization));
        String at = sender.post("imports", "[]").header("Location");
        assertThat(sender.get(at).status()).isEqualTo(200);
        ApiClient restricted =
                api().with(TestTokens.of(organization).with("sub", "walker").with("data", "assigned"));
        assertThat(restricted.get(at).status()).isEqualTo(404);
        assertThat(restricted.get(at + "/errors.csv").status()).isEqualTo(404);
        assertThat(api().newcomer().get(at).status()).isEqualTo(404);
        assertThat(api().newcomer().get(at + "/errors.csv").status()).isEqualTo(404);
        assertThat(api().newcomer().get("imports/nonsense").text("error")).isEqualTo("NOT_FOUND");
    }

    private static Reply awaitUndo(ApiClient client, String at) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.get(at), job -> job.text("state").equals("undone"));
    }

    private static Reply awaitEnd(ApiClient client, String at) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.get(at), job -> job.text("state").matches("done|failed"));
    }
}
