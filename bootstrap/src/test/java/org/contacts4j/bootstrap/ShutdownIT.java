package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutdownIT {

    private static final int SIGTERM_EXIT = 143;

    @TempDir
    private Path directory;

    @Test
    void letsARequestInFlightFinish() throws Exception {
        String url = TestPostgres.freshDatabase();
        try (ServerProcess server =
                        ServerProcess.start(directory, "--port", "0", "--db-url", url, "--db-user", "postgres");
                Connection rival = TestPostgres.connect(url)) {
            ApiClient ada = Clients.of(server, new DataFolder(directory.resolve("contacts4j-data")).existingSecret());
            String id = ada.create("Ada Byron").text("id");

            rival.setAutoCommit(false);
            rival.createStatement().execute("select 1 from contact for update");
            CompletableFuture<Reply> renaming = ada.start("PATCH", "contacts/" + id, "{\"name\":\"Ada Lovelace\"}");
            awaitLockWait(url);
            server.terminate();
            // A server that does not drain requests would have ended within this time.
            Thread.sleep(500);
            rival.rollback();

            assertThat(renaming.get().status()).isEqualTo(200);
            assertThat(server.exitCode()).isEqualTo(SIGTERM_EXIT);
        }
    }

    @Test
    void losesNothingOnH2WhenStoppedUnderLoad() throws Exception {
        losesNothingWhenStoppedUnderLoad();
    }

    @Test
    void losesNothingOnPostgresWhenStoppedUnderLoad() throws Exception {
        losesNothingWhenStoppedUnderLoad("--db-url", TestPostgres.freshDatabase(), "--db-user", "postgres");
    }

    private void losesNothingWhenStoppedUnderLoad(String... settings) throws Exception {
        AcknowledgedWrites writes = new AcknowledgedWrites();
        for (int stop = 0; stop < 3; stop++) {
            try (ServerProcess server = ServerProcess.startUnlimited(directory, settings)) {
                writes.startImport(client(server));
                writes.start(client(server));
                writes.awaitAcknowledged(100);
                server.terminate();
                assertThat(server.exitCode()).isEqualTo(SIGTERM_EXIT);
                writes.stop();
                assertThat(server.err().lines())
                        .as("output but for the warning at start")
                        .allMatch(line -> line.contains("no encryption-key"));
            }
        }
        try (ServerProcess server = ServerProcess.startUnlimited(directory, settings)) {
            writes.awaitImports(client(server));
            assertThat(writes.lost(client(server))).isEmpty();
        }
    }

    private ApiClient client(ServerProcess server) throws IOException {
        return Clients.of(server, new DataFolder(directory.resolve("contacts4j-data")).existingSecret());
    }

    @Test
    void endsAtOnceWhenNothingIsInFlight() throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, "--port", "0")) {
            long asked = System.nanoTime();
            server.terminate();

            assertThat(server.exitCode()).isEqualTo(SIGTERM_EXIT);
            assertThat(System.nanoTime() - asked).isLessThan(5_000_000_000L);
            assertThat(server.err()).isEmpty();
        }
    }

    private static void awaitLockWait(String url) throws SQLException, InterruptedException {
        try (Connection observer = TestPostgres.connect(url)) {
            for (int attempt = 0; attempt < 200; attempt++) {
                ResultSet waiting = observer.createStatement()
                        .executeQuery("select count(*) from pg_stat_activity"
                                + " where datname = current_database() and wait_event_type = 'Lock'");
                waiting.next();
                if (waiting.getInt(1) > 0) {
                    return;
                }
                Thread.sleep(20);
            }
        }
        throw new AssertionError("the request never came to wait for the row");
    }
}
