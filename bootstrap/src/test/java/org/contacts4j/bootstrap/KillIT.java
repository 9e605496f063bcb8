package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that acknowledged writes survive when the server is killed during writes. */
class KillIT {

    private static final int KILLS = 3;
    private static final int WRITERS = 4;
    private static final int WRITES_BEFORE_A_KILL = 200;
    private static final long TIMEOUT_NANOS = 30_000_000_000L;

    @TempDir
    private Path directory;

    @Test
    void losesNoAcknowledgedWriteOnH2() throws Exception {
        assertThat(lostAfterKills("--rate-limit", "off", "--port", "0")).isEmpty();
    }

    /** Reproduces the state of a server that has run for a minute. From then on, H2 reuses freed space in its file. */
    @Test
    void losesNoAcknowledgedWriteOnH2WhereRoomIsUsedAgain() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("contacts4j-data").resolve("again") + ";RETENTION_TIME=100";
        assertThat(lostAfterKills("--rate-limit", "off", "--port", "0", "--db-url", url))
                .isEmpty();
    }

    @Test
    void losesNoAcknowledgedWriteOnPostgres() throws Exception {
        assertThat(lostAfterKills(
                        "--rate-limit",
                        "off",
                        "--port",
                        "0",
                        "--db-url",
                        TestPostgres.freshDatabase(),
                        "--db-user",
                        "postgres"))
                .isEmpty();
    }

    private List<String> lostAfterKills(String... arguments) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            try (ServerProcess server = ServerProcess.start(directory, arguments)) {
                List<String> written = writeUntilKilled(server);
                assertThat(written)
                        .as("acknowledged before kill %d", kill)
                        .hasSizeGreaterThanOrEqualTo(WRITES_BEFORE_A_KILL);
                acknowledged.addAll(written);
            }
        }
        try (ServerProcess server = ServerProcess.start(directory, arguments)) {
            return missing(client(server), acknowledged);
        }
    }

    private List<String> writeUntilKilled(ServerProcess server) throws Exception {
        ApiClient client = client(server);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Thread writer = new Thread(() -> writeOn(client, acknowledged));
            writer.start();
            writers.add(writer);
        }
        awaitWrites(acknowledged);
        server.kill();
        for (Thread writer : writers) {
            writer.join();
        }
        return List.copyOf(acknowledged);
    }

    private static void awaitWrites(Queue<String> acknowledged) throws InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT_NANOS;
        while (acknowledged.size() < WRITES_BEFORE_A_KILL && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
    }

    private static void writeOn(ApiClient client, Queue<String> acknowledged) {
        try {
            while (true) {
                Reply answer = client.create("Ada Lovelace");
                if (answer.status() == 201) {
                    acknowledged.add(answer.text("id"));
                }
            }
        } catch (UncheckedIOException e) {
            // Expected: the server was killed.
        }
    }

    private static List<String> missing(ApiClient client, List<String> ids) throws Exception {
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            if (client.get("contacts/" + id).status() != 200) {
                missing.add(id);
            }
        }
        return missing;
    }

    private ApiClient client(ServerProcess server) throws IOException {
        return Clients.of(server, new DataFolder(directory.resolve("contacts4j-data")).existingSecret());
    }
}
