package org.contacts4j.jdbi.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.domain.organization.ReadPosition;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.contacts4j.jdbi.TestPostgres;
import org.contacts4j.jdbi.TestReplica;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.transaction.DatabaseAccess;
import org.jdbi.v3.core.statement.SqlLogger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that a read which the replica cancels, because it must apply a change, is repeated on the primary. */
final class RecoveryConflictTest {

    private static final String LONG_READ =
            "select count(*) from (select pg_sleep(4) from pg_class limit 1) s, contact";

    @TempDir
    private Path folder;

    @Test
    void aReadThatConflictsWithRecoveryIsRepeatedOnThePrimary() throws Exception {
        try (EmbeddedPostgres primary = TestPostgres.startServer(options -> options)) {
            JdbiStore.open(TestPostgres.settings(primary)).close();
            try (TestReplica server = TestReplica.of(primary, folder.resolve("replica"))) {
                DatabaseSettings settings = server.settings(Duration.ofMinutes(1));
                Database database = Database.of(settings.url());
                try (ReadReplica replica = ReadReplica.open(
                        database, settings, SqlLogger.NOP_SQL_LOGGER, new BackgroundTasks(Clock.systemUTC()))) {
                    check(primary, server, replica);
                }
            }
        }
    }

    private static void check(EmbeddedPostgres primary, TestReplica server, ReadReplica replica) throws Exception {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> replica.read(ReadPosition.START, access -> true, () -> false));
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() ->
                replica.read(ReadPosition.START, RecoveryConflictTest::readLong, () -> "repeated on the primary"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> server.ask("select count(*) from pg_stat_activity where wait_event = 'PgSleep'")
                        .equals("1"));
        try (Connection connection = primary.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("begin; lock table contact in access exclusive mode; commit");
        }
        assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo("repeated on the primary");
    }

    private static String readLong(DatabaseAccess access) {
        return access.jdbi()
                .withHandle(handle ->
                        handle.createQuery(LONG_READ).mapTo(String.class).one());
    }
}
