package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies that an import that crashes its worker or process on every attempt blocks neither other imports nor the
 * server.
 */
class PoisonedImportIT {

    private static final Duration SECONDS = Duration.ofMinutes(1);
    private static final Duration A_MINUTE = Duration.ofSeconds(90);

    private static final String POISON = "[{\"name\":\"x\",\"metadata\":{\"a\":[" + "1e9999,".repeat(140_000) + "1]}}]";

    @TempDir
    private Path directory;

    private String database;
    private String[] arguments;

    @BeforeEach
    void makeADatabase() {
        database = TestPostgres.freshDatabase();
        arguments = new String[] {"--rate-limit", "off", "--port", "0", "--db-url", database, "--db-user", "postgres"};
    }

    @Test
    void otherImportsEndWithinSecondsBeforeAndAfterARestart() throws Exception {
        String poisoned;
        try (ServerProcess server = start()) {
            poisoned = poisonedBy(client(server, "acme"));
            importedBy(client(server, "globex"));
            await(
                    SECONDS,
                    () -> client(server, "acme")
                            .get("imports/" + poisoned)
                            .body()
                            .contains("\"state\":\"done\""));
            assertThat(client(server, "acme").get("imports/" + poisoned).body())
                    .contains("\"created\":0", "\"failed\":1");
            poisonedBy(client(server, "acme"));
            server.kill();
        }
        try (ServerProcess server = start()) {
            importedBy(client(server, "globex"));
            assertThat(ApiClient.of(server.url()).get("/readyz").body())
                    .contains("\"status\":\"ok\"", "\"name\":\"imports\"")
                    .doesNotContain("\"running\":false");
            assertThat(server.err()).doesNotContain("OutOfMemoryError");
        }
    }

    @Test
    void failsWhatWasTakenUpFiveTimesByProcessesThatWereKilled() throws Exception {
        String job;
        try (ServerProcess server = start()) {
            job = importedBy(client(server, "acme"));
        }
        requeue(job);
        for (int start = 1; start <= 5; start++) {
            int attempts = start;
            try (Connection locking = keepingFilesFromReaders();
                    ServerProcess server = start()) {
                await(A_MINUTE, () -> attempts(job) == attempts);
                assertThat(locking.isClosed()).isFalse();
                server.kill();
            }
            endLease(job);
        }
        try (ServerProcess server = start()) {
            await(
                    SECONDS,
                    () -> client(server, "acme").get("imports/" + job).body().contains("\"state\":\"failed\""));
            assertThat(client(server, "acme").get("imports/" + job).body())
                    .contains("started 5 times without finishing a row");
            assertThat(server.err()).contains(job);
        }
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(directory, List.of("-Xmx128m"), arguments);
    }

    private ApiClient client(ServerProcess server, String organization) throws Exception {
        String secret = new DataFolder(directory.resolve("contacts4j-data")).existingSecret();
        return Clients.of(server, secret, organization);
    }

    /** Submits a row of one megabyte. Each of its numbers takes ten kilobytes when written in full. */
    private static String poisonedBy(ApiClient client) throws Exception {
        return client.post("imports", POISON).text("id");
    }

    /** Submits a small import and waits until it is done. Returns its id. */
    private static String importedBy(ApiClient client) throws Exception {
        String job = client.with("Content-Type", "text/csv")
                .post("imports", "name,email\nAda,ada@example.org\n")
                .text("id");
        await(SECONDS, () -> client.get("imports/" + job).body().contains("\"state\":\"done\""));
        return job;
    }

    /** Resets a job so that it is claimed again from its first row. */
    private void requeue(String job) throws Exception {
        update("update import_job set state = 'queued', created = 0, attempts = 0, held_until = created_at", job);
    }

    /** Ends the lease that a killed process holds on the job. */
    private void endLease(String job) throws Exception {
        update("update import_job set held_until = created_at", job);
    }

    private void update(String statement, String job) throws Exception {
        try (Connection connection = TestPostgres.connect(database);
                PreparedStatement update = connection.prepareStatement(statement + " where id = cast(? as uuid)")) {
            update.setString(1, job);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    /**
     * Locks the table of file parts, so that a claimed import cannot read its first row until the connection is closed.
     */
    private Connection keepingFilesFromReaders() throws Exception {
        Connection connection = TestPostgres.connect(database);
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table import_part in access exclusive mode");
        return connection;
    }

    private int attempts(String job) throws Exception {
        try (Connection connection = TestPostgres.connect(database);
                PreparedStatement query =
                        connection.prepareStatement("select attempts from import_job where id = cast(? as uuid)")) {
            query.setString(1, job);
            ResultSet row = query.executeQuery();
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }

    private static void await(Duration patience, Callable<Boolean> condition) {
        Awaitility.await().atMost(patience).until(condition);
    }
}
