package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies on two servers with one database that a repeated request is carried out once. */
class IdempotencyIT {

    private static final String SECRET = "a secret that is longer than 32 bytes";
    private static final int CALLERS = 200;
    private static final int ROUNDS = 10;
    private static final int WRITERS = 8;
    private static final int WRITES_BEFORE_THE_KILL = 100;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void carriesOutOneOfManyParallelRequestsOnTwoNodes() throws Exception {
        String database = TestPostgres.freshDatabase();
        try (ServerProcess one = node("one", database);
                ServerProcess other = node("other", database)) {
            List<ApiClient> nodes = List.of(client(one), client(other));
            for (int round = 1; round <= ROUNDS; round++) {
                List<Reply> replies = inParallel(nodes, "key " + round);
                assertThat(replies)
                        .hasSize(CALLERS)
                        .extracting(Reply::body)
                        .containsOnly(replies.get(0).body());
                assertThat(replies)
                        .filteredOn(
                                reply -> reply.header("Idempotency-Replayed").isEmpty())
                        .hasSize(1);
                assertThat(nodes.get(0).get("contacts").at("total").asInt()).isEqualTo(round);
            }
        }
    }

    @Test
    void carriesOutEachRequestOnceWhenItIsRepeatedAfterAKill() throws Exception {
        String database = TestPostgres.freshDatabase();
        try (ServerProcess one = node("one", database);
                ServerProcess other = node("other", database)) {
            List<String> sent = writeUntilKilled(one);
            ApiClient client = client(other);
            sent.forEach(name -> await().pollDelay(Duration.ZERO)
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> create(client, name, name).status() == 201));
            assertThat(client.get("contacts").at("total").asInt()).isEqualTo(sent.size());
        }
    }

    private List<String> writeUntilKilled(ServerProcess server) throws Exception {
        ApiClient client = client(server);
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String writer = "writer " + i;
            writers.add(callers.submit(() -> write(client, writer, sent)));
        }
        await().until(() -> sent.size() >= WRITES_BEFORE_THE_KILL);
        server.kill();
        for (Future<?> writer : writers) {
            writer.get();
        }
        return List.copyOf(sent);
    }

    /** Writes until the server is killed. Each name is also the key of its request. */
    private static void write(ApiClient client, String writer, Queue<String> sent) {
        try {
            for (int i = 0; ; i++) {
                String name = writer + " " + i;
                sent.add(name);
                create(client, name, name);
            }
        } catch (UncheckedIOException e) {
            // Expected: the server was killed.
        }
    }

    private List<Reply> inParallel(List<ApiClient> nodes, String key) throws Exception {
        List<Callable<Reply>> calls = IntStream.range(0, CALLERS)
                .<Callable<Reply>>mapToObj(i -> () -> untilCarriedOut(nodes.get(i % nodes.size()), key))
                .toList();
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> reply : callers.invokeAll(calls)) {
            replies.add(reply.get());
        }
        return replies;
    }

    private static Reply untilCarriedOut(ApiClient node, String key) {
        Reply reply = create(node, "Ada", key);
        while (reply.status() != 201) {
            assertThat(reply.status()).as(reply.body()).isIn(409, 503);
            reply = create(node, "Ada", key);
        }
        return reply;
    }

    private static Reply create(ApiClient client, String name, String key) {
        return client.with("Idempotency-Key", key).create(name);
    }

    private static ApiClient client(ServerProcess server) throws IOException {
        return Clients.of(server, SECRET);
    }

    private ServerProcess node(String name, String database) throws Exception {
        return ServerProcess.start(
                Files.createDirectory(directory.resolve(name)),
                "--port",
                "0",
                "--rate-limit",
                "off",
                "--db-url",
                database,
                "--db-user",
                "postgres",
                "--jwt-secret",
                SECRET);
    }
}
