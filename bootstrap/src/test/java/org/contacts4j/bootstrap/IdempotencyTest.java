package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Ids;
import org.contacts4j.application.TimeOrderedIds;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.Upload;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies repeated requests at several nodes, after a restart, and while the first one is in progress. */
@Timeout(60)
class IdempotencyTest {

    private static final String ADA = "{\"name\": \"Ada\"}";

    private final JdbiStore store = JdbiStore.open(DatabaseSettings.h2InMemory());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void replaysAnAnswerAtOtherNodesAndAfterARestart() {
        Reply first;
        try (RunningApi one = RunningApi.over(Contacts4J.builder(store).build());
                RunningApi other = RunningApi.over(Contacts4J.builder(store).build())) {
            first = client(one).post("contacts", ADA);
            assertThat(client(other).post("contacts", ADA).body()).isEqualTo(first.body());
        }
        try (RunningApi restarted = RunningApi.over(Contacts4J.builder(store).build())) {
            Reply again = client(restarted).post("contacts", ADA);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(client(restarted).get("contacts").text("total")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/contacts, message, name",
        "/api/contacts/, detail, last_name",
        "/client-contact, error, name",
        "/contacts, detail, designation"
    })
    void refusesARepetitionWhileTheFirstRequestIsInProgress(String path, String message, String name) throws Exception {
        String body = "{\"%s\": \"Ada\", \"email\": \"ada@example.org\", \"first_name\": \"Ada\"}".formatted(name);
        BlockingIds ids = new BlockingIds();
        try (RunningApi api = RunningApi.over(Contacts4J.builder(store).ids(ids).build())) {
            ApiClient client = client(api);
            ids.blockTheNextButOne();
            CompletableFuture<Reply> first = CompletableFuture.supplyAsync(() -> client.post(path, body));
            ids.blocked.await();
            Reply second = client.post(path, body);
            assertThat(second.status()).as(second.body()).isEqualTo(409);
            assertThat(second.text(message)).contains("Idempotency-Key is still in progress");
            assertThat(second.header("Retry-After")).isEqualTo("1");
            ids.open.countDown();
            assertThat(first.join().status()).as(first.join().body()).isEqualTo(201);
            assertThat(client.post(path, body).body()).isEqualTo(first.join().body());
            assertThat(client.get("contacts").text("total")).isEqualTo("1");
        }
    }

    @Test
    void attachesAFileOnceWhileItIsUploadedTwiceAtTheSameTime() throws Exception {
        BlockingIds ids = new BlockingIds();
        try (RunningApi api = RunningApi.over(Contacts4J.builder(store).ids(ids).build())) {
            String path = "contacts/" + client(api).post("contacts", ADA).text("id") + "/attachments";
            ids.blockTheNextButOne();
            CompletableFuture<Reply> first = CompletableFuture.supplyAsync(() -> upload(api, path));
            ids.blocked.await();
            assertThat(upload(api, path).text("error")).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
            ids.open.countDown();
            assertThat(first.join().status()).isEqualTo(201);
            assertThat(upload(api, path).body()).isEqualTo(first.join().body());
            assertThat(client(api).get(path).at("data")).hasSize(1);
        }
    }

    @Test
    void refusesARepetitionWhoseAnswerWasErased() {
        try (RunningApi api = RunningApi.over(Contacts4J.builder(store).build())) {
            client(api).post("contacts", ADA);
            int removed = store.<Integer>write(
                    tx -> tx.idempotencyRecords().removeContaining(new OrganizationId("org_1"), List.of("Ada")));
            assertThat(removed).isEqualTo(1);
            Reply again = client(api).post("contacts", ADA);
            assertThat(again.status()).isEqualTo(410);
            assertThat(again.text("error")).isEqualTo("GONE");
            assertThat(client(api).get("contacts").text("total")).isEqualTo("1");
        }
    }

    private static ApiClient client(RunningApi api) {
        return api.member("org_1").with("Idempotency-Key", "k");
    }

    private static Reply upload(RunningApi api, String path) {
        byte[] form = Upload.form("a.txt", "hello".getBytes(StandardCharsets.UTF_8));
        return client(api).with("Content-Type", Upload.TYPE).send(path, form);
    }

    /** A generator of ids that can block a request between its claim, which takes an id, and its first change. */
    private static final class BlockingIds implements Ids {

        private final Ids ids = new TimeOrderedIds(Clock.systemUTC(), new SecureRandom());
        private final AtomicInteger countdown = new AtomicInteger();
        private final CountDownLatch blocked = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        void blockTheNextButOne() {
            countdown.set(2);
        }

        @Override
        public UUID next() {
            if (countdown.getAndDecrement() == 1) {
                blocked.countDown();
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return ids.next();
        }
    }
}
