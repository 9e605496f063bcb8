package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that a start that fails or is killed while it creates the tables leaves none of them, and can be repeated. */
class StartFaultsIT {

    private static final String SECRET = "a secret that is longer than 32 bytes";
    private static final int NODES = 3;
    private static final int KILLS = Integer.getInteger("contacts4j.kills", 3);

    /** The name of an index that the migration creates after several tables. */
    private static final String CONFLICT = "create table other (a int); create index contact_by_name on other (a)";

    private static final String TABLES =
            "select table_name from information_schema.tables where lower(table_schema) = 'public'"
                    + " and lower(table_name) not like '%schema_history'";

    @TempDir
    private Path directory;

    @Test
    void aMigrationThatFailsOnH2LeavesNothingAndCanBeRepeated() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("contacts4j-data").resolve("contacts")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        failsAndRepeats(url);
        assertThat(directory.resolve("contacts4j-data").toFile().list())
                .contains("contacts.mv.db")
                .noneMatch(file -> file.contains("before-migration"));
    }

    @Test
    void aMigrationThatFailsOnPostgresLeavesNothingAndCanBeRepeated() throws Exception {
        String url = TestPostgres.freshDatabase();
        failsAndRepeats(url + "?user=" + TestPostgres.SUPERUSER, "--db-url", url, "--db-user", TestPostgres.SUPERUSER);
    }

    private void failsAndRepeats(String url, String... settings) throws Exception {
        execute(url, CONFLICT);
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--jwt-secret", SECRET));
        arguments.addAll(List.of(settings));
        for (int attempt = 0; attempt < 2; attempt++) {
            Outcome refused = ServerProcess.run(directory, arguments.toArray(String[]::new));
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("The tables cannot be brought up to date", "contact_by_name");
            assertThat(tables(url)).containsExactly("other");
        }
        execute(url, "drop table other");
        try (ServerProcess server = ServerProcess.start(directory, arguments.toArray(String[]::new))) {
            assertThat(Clients.of(server, SECRET).create("Ada").status()).isEqualTo(201);
        }
    }

    /** Each process is killed at another moment of its first start. */
    @Test
    void aFirstStartThatIsKilledOnH2CanBeRepeated() throws Exception {
        killedAtAnyMoment();
    }

    @Test
    void aFirstStartThatIsKilledOnPostgresCanBeRepeated() throws Exception {
        killedAtAnyMoment("--db-url", TestPostgres.freshDatabase(), "--db-user", TestPostgres.SUPERUSER);
    }

    private void killedAtAnyMoment(String... settings) throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            ServerProcess.killAfterMillis(directory, 300 + 1_500L * kill / KILLS, settings);
        }
        try (ServerProcess server = ServerProcess.startUnlimited(directory, settings)) {
            String secret = new DataFolder(directory.resolve("contacts4j-data")).existingSecret();
            assertThat(Clients.of(server, secret).create("Ada").status()).isEqualTo(201);
        }
    }

    @Test
    void nodesThatStartAtOnceOnAnEmptyDatabaseShareIt() throws Exception {
        String url = TestPostgres.freshDatabase();
        List<CompletableFuture<ServerProcess>> starting = IntStream.range(0, NODES)
                .mapToObj(node -> CompletableFuture.supplyAsync(() -> node(url)))
                .toList();
        List<ServerProcess> nodes = new ArrayList<>();
        try {
            starting.forEach(node -> nodes.add(node.join()));
            List<String> ids = new ArrayList<>();
            for (ServerProcess node : nodes) {
                ids.add(Clients.of(node, SECRET).create("Ada").text("id"));
                assertThat(node.err()).doesNotContain("ERROR");
            }
            for (ServerProcess node : nodes) {
                ApiClient client = Clients.of(node, SECRET);
                assertThat(ids).allMatch(id -> client.get("contacts/" + id).status() == 200);
            }
        } finally {
            for (CompletableFuture<ServerProcess> node : starting) {
                node.handle((server, failure) -> Optional.ofNullable(server))
                        .join()
                        .ifPresent(ServerProcess::close);
            }
        }
    }

    private ServerProcess node(String url) {
        try {
            return ServerProcess.startUnlimited(
                    directory, "--db-url", url, "--db-user", TestPostgres.SUPERUSER, "--jwt-secret", SECRET);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String url, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute(statement);
        }
    }

    private static List<String> tables(String url) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet row = connection.createStatement().executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
