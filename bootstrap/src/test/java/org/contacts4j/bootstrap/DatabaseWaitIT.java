package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies that the server waits at startup for a database that is not reachable yet, and does not wait for other
 * errors.
 */
class DatabaseWaitIT {

    @TempDir
    private Path directory;

    @Test
    void startsWhenPostgresComesLater() throws Exception {
        int port = freePort();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        CompletableFuture<ServerProcess> starting = CompletableFuture.supplyAsync(() -> started(url));
        try (EmbeddedPostgres postgres = later(port);
                ServerProcess server = starting.get()) {
            assertThat(postgres.getPort()).isEqualTo(port);
            assertThat(server.err().lines())
                    .filteredOn(line -> !line.contains("no encryption-key"))
                    .singleElement()
                    .asString()
                    .contains("cannot be reached", "waiting up to 60 s");
        }
    }

    @Test
    void endsWithTheReasonWhenTheWaitIsOver() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + freePort() + "/postgres";

        Outcome outcome = ServerProcess.run(directory, "--port", "0", "--db-url", url, "--db-connect-wait", "2s");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err().lines()).hasSize(2);
        assertThat(outcome.err().lines().toList().get(0)).contains("waiting up to 2 s");
        assertThat(outcome.err().lines().toList().get(1)).startsWith("contacts4j: The database cannot be reached");
    }

    /** Starts PostgreSQL at this port, after the server's first connection attempt has failed. */
    private static EmbeddedPostgres later(int port) throws IOException {
        try (ServerSocket closing = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            closing.accept().close();
        }
        return TestPostgres.startServer(options -> options.setPort(port));
    }

    private ServerProcess started(String url) {
        try {
            return ServerProcess.start(directory, "--port", "0", "--db-url", url, "--db-user", "postgres");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
