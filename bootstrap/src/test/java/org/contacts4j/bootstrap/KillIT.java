package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies that acknowledged writes survive when the server is killed during writes and during an import. The system
 * property {@code contacts4j.kills} sets the number of kills.
 */
@Order(1)
class KillIT {

    private static final int KILLS = Integer.getInteger("contacts4j.kills", 3);
    private static final int WRITES_BEFORE_A_KILL = 200;

    @TempDir
    private Path directory;

    @Test
    void losesNoAcknowledgedWriteOnH2() throws Exception {
        killsLoseNothing("H2");
    }

    /** Reproduces the state of a server that has run for a minute. From then on, H2 reuses freed space in its file. */
    @Test
    void losesNoAcknowledgedWriteOnH2WhereRoomIsUsedAgain() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("contacts4j-data").resolve("again") + ";RETENTION_TIME=100";
        killsLoseNothing("H2 that reuses space", "--db-url", url);
    }

    @Test
    void losesNoAcknowledgedWriteOnPostgres() throws Exception {
        killsLoseNothing("PostgreSQL", "--db-url", TestPostgres.freshDatabase(), "--db-user", "postgres");
    }

    private void killsLoseNothing(String database, String... settings) throws Exception {
        AcknowledgedWrites writes = new AcknowledgedWrites();
        for (int kill = 0; kill < KILLS; kill++) {
            try (ServerProcess server = ServerProcess.startUnlimited(directory, settings)) {
                ApiClient client = client(server);
                writes.startImport(client);
                writes.start(client);
                writes.awaitAcknowledged(WRITES_BEFORE_A_KILL);
                server.kill();
                writes.stop();
            }
        }
        try (ServerProcess server = ServerProcess.startUnlimited(directory, settings)) {
            ApiClient client = client(server);
            writes.awaitImports(client);
            assertThat(writes.lost(client)).isEmpty();
        }
        assertThat(writes.statuses()).containsOnly(200, 201, 204);
        System.out.printf("%d kills on %s: %d acknowledged writes, 0 lost%n", KILLS, database, writes.count());
    }

    private ApiClient client(ServerProcess server) throws IOException {
        return Clients.of(server, new DataFolder(directory.resolve("contacts4j-data")).existingSecret());
    }
}
