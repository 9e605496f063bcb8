package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of many clients that write concurrently over HTTP. */
interface ParallelWritersSuite extends ApiUnderTest {

    int CLIENTS = 16;

    @Test
    default void leavesOnePrimaryContactAfterManyClaims() {
        ApiClient client = api().newcomer();
        String acme = client.post("companies", "{\"name\": \"Acme\"}").text("id");
        List<String> companyContacts = IntStream.range(0, 20)
                .mapToObj(i -> create(client, "{\"name\": \"Ada " + i + "\", \"parentEntityId\": \"" + acme + "\"}"))
                .toList();
        List<Reply> replies = inParallel(
                200, i -> client.post("contacts/" + companyContacts.get(i % 20) + "/set-primary/" + acme, null));
        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(companyContacts).contains(client.get("companies/" + acme).text("primaryContactId"));
    }

    @Test
    default void leavesOnePrimaryContactAfterManyClaimsInTheDialectOfSpn() {
        ApiClient client = api().newcomer();
        String acme = client.post("/companies", "{\"name\": \"Acme\"}").text("id");
        String claim =
                "\"is_primary\": true, \"email\": \"ada@example.org\", \"first_name\": \"Ada\", \"company_id\": \""
                        + acme + "\"}";
        List<String> companyContacts = IntStream.range(0, 10)
                .mapToObj(i -> client.post("/contacts", "{" + claim).text("id"))
                .toList();
        List<Reply> replies = inParallel(
                120,
                i -> i % 4 == 0
                        ? client.post("/contacts", "{" + claim)
                        : client.patch(
                                "/contacts/" + companyContacts.get(i % 10),
                                "{\"designation\": \"Head " + i + "\", " + claim));
        assertThat(replies).extracting(Reply::status).containsOnly(200, 201);
        Reply list = client.get("/contacts?company_id=" + acme);
        List<String> primary = list.json()
                .valueStream()
                .filter(contact -> contact.path("is_primary").asBoolean())
                .map(contact -> contact.path("id").asText())
                .toList();
        assertThat(list.json()).hasSize(40);
        assertThat(primary).containsExactly(client.get("companies/" + acme).text("primaryContactId"));
    }

    @Test
    default void keepsTheFieldsOfAllWhoPatchOneContact() {
        ApiClient client = api().newcomer();
        String ada = create(client, "{\"name\": \"Ada\"}");
        List<Reply> replies = inParallel(
                100, i -> client.patch("contacts/" + ada, "{\"customFields\": {\"key" + i + "\": " + i + "}}"));
        assertThat(replies).extracting(Reply::status).containsOnly(200);
        Reply patched = client.get("contacts/" + ada);
        assertThat(patched.at("customFields")).hasSize(100);
        assertThat(patched.at("version").asInt()).isEqualTo(101);
    }

    @Test
    default void letsNobodyReportToThemselvesThroughOthers() {
        ApiClient client = api().newcomer();
        List<String> three = IntStream.range(0, 3)
                .mapToObj(i -> create(client, "{\"name\": \"Ada " + i + "\"}"))
                .toList();
        List<Reply> replies = inParallel(
                60,
                i -> client.patch(
                        "contacts/" + three.get(i % 3),
                        "{\"metadata\": {\"reportsTo\": \"" + three.get((i + 1) % 3) + "\"}}"));
        assertThat(replies).extracting(Reply::status).containsOnly(200, 400);
        assertThat(three)
                .as("somebody is at the top")
                .anyMatch(id ->
                        client.get("contacts/" + id).at("metadata.reportsTo").isNull());
    }

    @Test
    default void carriesOutOneOfManyRequestsWithTheSameKey() {
        ApiClient client = api().newcomer();
        List<Reply> replies =
                inParallel(100, i -> client.with(IdempotencySuite.KEY, "k").create("Ada"));
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 201
                        && reply.header(IdempotencySuite.REPLAYED).isEmpty())
                .hasSize(1);
        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).as(reply.body()).isIn(201, 409);
            if (reply.status() == 409) {
                assertThat(reply.text("error")).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
                assertThat(reply.header("Retry-After")).isEqualTo("1");
            }
        });
        assertThat(client.get("contacts").text("total")).isEqualTo("1");
    }

    /** Two requests write the same code at once. The one that loses is refused, and its refusal is recorded. */
    @Test
    default void replaysTheRefusalOfARequestThatLostARace() {
        ApiClient client = api().newcomer();
        String coded = "{\"name\": \"Ada\", \"code\": \"C-1\"}";
        List<Reply> replies = inParallel(
                CLIENTS, i -> client.with(IdempotencySuite.KEY, "k" + i).post("contacts", coded));
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        for (int i = 0; i < replies.size(); i++) {
            assertThat(replies.get(i).status()).as(replies.get(i).body()).isIn(201, 409);
            Reply again = client.with(IdempotencySuite.KEY, "k" + i).post("contacts", coded);
            assertThat(again.header(IdempotencySuite.REPLAYED)).isEqualTo("true");
            assertThat(again.body()).isEqualTo(replies.get(i).body());
        }
    }

    private static String create(ApiClient client, String json) {
        return client.post("contacts", json).text("id");
    }

    private static List<Reply> inParallel(int times, IntFunction<Reply> call) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Reply>> calls = IntStream.range(0, times)
                    .mapToObj(i -> clients.submit(() -> call.apply(i)))
                    .toList();
            return calls.stream().map(ParallelWritersSuite::replyOf).toList();
        } finally {
            clients.shutdown();
        }
    }

    private static Reply replyOf(Future<Reply> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError("a call failed", e);
        }
    }
}
