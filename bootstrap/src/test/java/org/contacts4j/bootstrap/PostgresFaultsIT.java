package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies that the server loses no acknowledged write when PostgreSQL fails under load, answers 503 meanwhile, and
 * continues without a restart.
 */
@Tag("faults")
@Order(1)
class PostgresFaultsIT {

    private static final int KILLS = Integer.getInteger("contacts4j.kills", 3);
    private static final int WRITES = 200;

    /** A pool wait of 3 s or a socket timeout of 10 s, and a little for the request itself. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final AcknowledgedWrites writes = new AcknowledgedWrites();

    @TempDir
    private Path directory;

    /** A fault of PostgreSQL, from its begin to the repair. */
    private interface Fault {
        void happen(FaultyPostgres postgres) throws Exception;
    }

    @Test
    void losesNothingWhenPostgresIsKilled() throws Exception {
        losesNothing("killed", KILLS, postgres -> {
            postgres.kill();
            writes.awaitRefused(2);
            postgres.start();
        });
    }

    @Test
    void losesNothingWhenPostgresIsStopped() throws Exception {
        losesNothing("stopped", 3, postgres -> {
            postgres.stop();
            writes.awaitRefused(10);
            postgres.start();
        });
    }

    @Test
    void losesNothingWhenPostgresFreezes() throws Exception {
        losesNothing("frozen", 1, postgres -> {
            postgres.freeze();
            writes.awaitRefused(10);
            postgres.thaw();
        });
    }

    @Test
    void losesNothingWhenTheDiskOfPostgresIsFull() throws Exception {
        losesNothing("unable to extend its tables", 3, postgres -> {
            // Beyond the files of the log, which have 1 MiB.
            postgres.limitFileSize("1052672");
            writes.awaitRefused(100);
            postgres.limitFileSize("unlimited");
        });
    }

    @Test
    void losesNothingWhenTheLogOfPostgresIsFull() throws Exception {
        losesNothing("unable to write its log", 3, postgres -> {
            // Half of a file of the log.
            postgres.limitFileSize("524288");
            postgres.awaitRefusal();
            writes.awaitRefused(10);
            postgres.recover();
        });
    }

    private void losesNothing(String what, int times, Fault fault) throws Exception {
        try (FaultyPostgres postgres = new FaultyPostgres(directory);
                ServerProcess server = ServerProcess.startUnlimited(directory, postgres.settings())) {
            ApiClient client =
                    Clients.of(server, new DataFolder(directory.resolve("contacts4j-data")).existingSecret());
            writes.start(client.waiting(Duration.ofMinutes(1)));
            for (int i = 0; i < times; i++) {
                writes.startImport(client);
                writes.awaitAcknowledged(WRITES);
                fault.happen(postgres);
                writes.awaitAcknowledged(WRITES);
            }
            writes.stop();
            writes.awaitImports(client);
            assertThat(writes.lost(client)).isEmpty();
            assertThat(writes.statuses()).contains(201, 503).isSubsetOf(200, 201, 204, 503);
            assertThat(writes.slowest()).isLessThan(LONGEST);
            assertThat(server.err()).doesNotContain("OutOfMemoryError");
            System.out.printf(
                    "PostgreSQL %s %d times: %d acknowledged writes, 0 lost, slowest answer %d ms%n",
                    what, times, writes.count(), writes.slowest().toMillis());
        }
    }
}
