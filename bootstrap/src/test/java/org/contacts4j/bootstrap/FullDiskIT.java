package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies that a temporarily full disk loses no acknowledged write, and that the server recovers without a restart.
 * The operating system rejects the writes of the running process, by a limit on the size of its files.
 */
class FullDiskIT {

    private static final int WRITES = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long MOST_UNTIL_RECOVERY = TimeUnit.SECONDS.toNanos(10);

    @TempDir
    private Path directory;

    @Test
    void losesNothingOnH2AndGoesOnByItself() throws Exception {
        AcknowledgedWrites writes = new AcknowledgedWrites();
        try (ServerProcess server = ServerProcess.startUnlimited(directory)) {
            ApiClient client = client(server);
            writes.start(client);
            writes.awaitAcknowledged(WRITES);
            server.limitFileSize(Files.size(database()));
            writes.awaitRefused(WRITES);
            assertThat(client.create("Ada Lovelace").header("Retry-After")).isNotEmpty();
            assertThat(client.get("/livez").body()).contains("\"recovering\"");
            assertThat(client.get("/readyz").body()).contains("\"database\",\"ok\":false}]");
            server.liftFileSizeLimit();
            long lifted = System.nanoTime();
            writes.awaitAcknowledged(WRITES);
            assertThat(System.nanoTime() - lifted).isLessThan(MOST_UNTIL_RECOVERY);
            writes.stop();
            assertThat(writes.statuses()).contains(201, 503).isSubsetOf(200, 201, 204, 503);
            assertThat(client.get("/livez").body()).isEqualTo("{\"status\":\"ok\"}");
            await(() -> client.get("/readyz").status() == 200);
            assertThat(writes.lost(client)).isEmpty();
        }
        try (ServerProcess server = ServerProcess.startUnlimited(directory)) {
            assertThat(writes.lost(client(server))).isEmpty();
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

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition);
    }
}
