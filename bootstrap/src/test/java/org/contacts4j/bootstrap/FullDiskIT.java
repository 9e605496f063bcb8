package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies that a temporarily full disk loses no acknowledged write, and that the server recovers without a restart.
 * The operating system rejects the writes of the running process, by a limit on the size of its files.
 */
class FullDiskIT {

    private static final int WRITERS = 4;
    private static final int WRITES = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MOST_UNTIL_RECOVERY = TimeUnit.SECONDS.toNanos(10);

    @TempDir
    private Path directory;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Set<Integer> statuses = new ConcurrentSkipListSet<>();
    private final Queue<Reply> refused = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    @Test
    void losesNothingOnH2AndGoesOnByItself() throws Exception {
        String[] arguments = {"--rate-limit", "off", "--port", "0"};
        try (ServerProcess server = ServerProcess.start(directory, arguments)) {
            ApiClient client = client(server);
            List<Thread> writers = startWriters(client);
            awaitAcknowledged(WRITES);
            server.limitFileSize(Files.size(database()));
            await(() -> refused.size() >= WRITES);
            assertThat(client.get("/livez").body()).contains("\"recovering\"");
            assertThat(client.get("/readyz").body()).contains("\"database\",\"ok\":false}]");
            server.liftFileSizeLimit();
            long lifted = System.nanoTime();
            awaitAcknowledged(acknowledged.size() + WRITES);
            assertThat(System.nanoTime() - lifted).isLessThan(MOST_UNTIL_RECOVERY);
            stopping = true;
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(statuses).containsExactly(201, 503);
            assertThat(refused)
                    .allMatch(
                            answer -> answer.headers().firstValue("Retry-After").isPresent());
            assertThat(client.get("/livez").body()).isEqualTo("{\"status\":\"ok\"}");
            await(() -> client.get("/readyz").status() == 200);
            assertThat(missing(client)).isEmpty();
        }
        try (ServerProcess server = ServerProcess.start(directory, arguments)) {
            assertThat(missing(client(server))).isEmpty();
        }
    }

    @Test
    void acknowledgesNothingWhileH2sFileIsNotInItsPlace() throws Exception {
        Path aside = directory.resolve("aside");
        try (ServerProcess server = ServerProcess.start(directory, "--rate-limit", "off", "--port", "0")) {
            ApiClient client = client(server);
            String before = client.create("Ada Lovelace").text("id");
            Files.move(database(), aside);
            assertThat(client.create("Lost Soul").status()).isEqualTo(503);
            await(() -> client.get("/livez").body().contains("deleted or replaced"));
            Files.move(aside, database());
            await(() -> client.get("contacts/" + before).status() == 200);
            assertThat(client.create("Grace Hopper").status()).isEqualTo(201);
        }
    }

    private Path database() {
        return directory.resolve("contacts4j-data").resolve("contacts.mv.db");
    }

    private ApiClient client(ServerProcess server) throws IOException {
        return Clients.of(server, new DataFolder(directory.resolve("contacts4j-data")).existingSecret());
    }

    private List<Thread> startWriters(ApiClient client) {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Thread writer = new Thread(() -> write(client));
            writer.start();
            writers.add(writer);
        }
        return writers;
    }

    private void write(ApiClient client) {
        try {
            while (!stopping) {
                Reply answer = client.create("Ada Lovelace");
                statuses.add(answer.status());
                if (answer.status() == 201) {
                    acknowledged.add(answer.text("id"));
                } else {
                    refused.add(answer);
                }
            }
        } catch (UncheckedIOException e) {
            statuses.add(0);
        }
    }

    private void awaitAcknowledged(int count) {
        await(() -> acknowledged.size() >= count);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    private List<String> missing(ApiClient client) throws Exception {
        List<String> missing = new ArrayList<>();
        for (String id : acknowledged) {
            if (client.get("contacts/" + id).status() != 200) {
                missing.add(id);
            }
        }
        return missing;
    }
}
