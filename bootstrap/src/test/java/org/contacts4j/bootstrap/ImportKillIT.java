package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that an import interrupted by a kill can be completed by running it again, without duplicate contacts. */
@Order(1)
class ImportKillIT {

    private static final int ROWS = 30_000;
    private static final String TABLE = IntStream.range(0, ROWS)
            .mapToObj(i -> "Name " + i + (i % 2 == 0 ? ",mail" + i + "@example.org" : ","))
            .collect(Collectors.joining("\n", "name,email\n", "\n"));

    @TempDir
    private Path directory;

    @Test
    void finishesOnH2WhatAKillInterrupted() throws Exception {
        finishesWhatAKillInterrupted("--rate-limit", "off", "--port", "0");
    }

    @Test
    void finishesOnPostgresWhatAKillInterrupted() throws Exception {
        finishesWhatAKillInterrupted(
                "--rate-limit",
                "off",
                "--port",
                "0",
                "--db-url",
                TestPostgres.freshDatabase(),
                "--db-user",
                "postgres");
    }

    @Test
    void goesOnAfterAKillWithAnImportThatRunsByItself() throws Exception {
        String[] arguments = {
            "--rate-limit", "off", "--port", "0", "--db-url", TestPostgres.freshDatabase(), "--db-user", "postgres"
        };
        String job;
        try (ServerProcess server = ServerProcess.start(directory, arguments)) {
            ApiClient client = client(server);
            job = client.post("imports", TABLE).text("id");
            awaitSomeBatches(client);
            server.kill();
        }
        try (ServerProcess server = ServerProcess.start(directory, arguments)) {
            ApiClient client = client(server);
            assertThat(number("total", client.get("contacts?limit=1").body())).isBetween(1, ROWS - 1);
            String answer = await().atMost(Duration.ofMinutes(2))
                    .until(() -> client.get("imports/" + job).body(), body -> body.contains("\"state\":\"done\""));
            assertThat(number("created", answer)).as(answer).isEqualTo(ROWS);
            assertThat(number("total", client.get("contacts?limit=1").body())).isEqualTo(ROWS);
        }
    }

    @Test
    void goesOnAfterAKillWithTheUndoOfAnImport() throws Exception {
        String[] arguments = {
            "--rate-limit", "off", "--port", "0", "--db-url", TestPostgres.freshDatabase(), "--db-user", "postgres"
        };
        String job;
        try (ServerProcess server = ServerProcess.start(directory, arguments)) {
            ApiClient client = client(server);
            String summary = client.post("contacts/import", TABLE).body();
            assertThat(number("created", summary)).as(summary).isEqualTo(ROWS);
            job = text("importId", summary);
            client.post("imports/" + job + "/undo", "");
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> number("total", client.get("contacts?limit=1").body()) <= ROWS - 1_000);
            server.kill();
        }
        try (ServerProcess server = ServerProcess.start(directory, arguments)) {
            ApiClient client = client(server);
            assertThat(number("total", client.get("contacts?limit=1").body())).isBetween(1, ROWS - 1_000);
            String undone = await().atMost(Duration.ofMinutes(3))
                    .until(() -> client.get("imports/" + job).body(), body -> body.contains("\"state\":\"undone\""));
            assertThat(number("removed", undone)).as(undone).isEqualTo(ROWS);
            assertThat(number("kept", undone)).as(undone).isZero();
            assertThat(number("total", client.get("contacts?limit=1").body())).isZero();
        }
    }

    private void finishesWhatAKillInterrupted(String... arguments) throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, arguments)) {
            ApiClient client = client(server);
            CompletableFuture<Reply> interrupted = client.start("POST", "contacts/import", TABLE);
            awaitSomeBatches(client);
            server.kill();
            assertThat(interrupted.handle((answer, failure) -> failure != null).join())
                    .as("the import was cut off")
                    .isTrue();
        }
        try (ServerProcess server = ServerProcess.start(directory, arguments)) {
            ApiClient client = client(server);
            int before = number("total", client.get("contacts?limit=1").body());
            assertThat(before).isBetween(1, ROWS - 1);
            String summary =
                    client.start("POST", "contacts/import", TABLE).get().body();
            assertThat(number("skipped", summary)).isEqualTo(before);
            assertThat(number("created", summary)).isEqualTo(ROWS - before);
            assertThat(number("total", client.get("contacts?limit=1").body())).isEqualTo(ROWS);
        }
    }

    /** On H2 a batch is visible before it is on disk, but it is on disk before the next batch is visible. */
    private static void awaitSomeBatches(ApiClient client) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> number("total", client.get("contacts?limit=1").body()) >= 2_500);
    }

    private static String text(String name, String json) {
        Matcher text = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(text.find()).as(json).isTrue();
        return text.group(1);
    }

    private static int number(String name, String json) {
        Matcher number = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
        assertThat(number.find()).as(json).isTrue();
        return Integer.parseInt(number.group(1));
    }

    private ApiClient client(ServerProcess server) throws Exception {
        String secret = new DataFolder(directory.resolve("contacts4j-data")).existingSecret();
        return Clients.of(server, secret).with("Content-Type", "text/csv").waiting(Duration.ofMinutes(2));
    }
}
