package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that a server answers on PostgreSQL as it did on the H2 database that was copied. */
class DatabaseCopyIT {

    private static final List<String> PATHS = List.of(
            "contacts?limit=100",
            "contacts?search=lovelace",
            "contacts?limit=5&orderBy=createdAt&orderDirection=desc",
            "companies",
            "tags",
            "custom-fields",
            "webhooks");

    @TempDir
    private Path directory;

    @Test
    void answersAsBefore() throws Exception {
        String url = TestPostgres.freshDatabase();
        Map<String, String> before;
        String attached;
        try (ServerProcess server = start()) {
            ApiClient client = client(server);
            attached = fill(client);
            before = answers(client, attached);
            server.terminate();
            assertThat(server.exitCode()).isNotNegative();
        }

        Outcome copied = Outcome.of(
                Map.of("CONTACTS4J_TO_PASSWORD", TestPostgres.PASSWORD),
                directory,
                "db",
                "copy",
                "--to",
                url,
                "--to-user",
                TestPostgres.USER);

        assertThat(copied.exitCode()).as(copied.err()).isZero();
        assertThat(copied.out()).containsPattern("contact +11 rows +[0-9a-f]{32}");
        try (ServerProcess server =
                start("--db-url", url, "--db-user", TestPostgres.USER, "--db-password", TestPostgres.PASSWORD)) {
            ApiClient client = client(server);
            assertThat(answers(client, attached)).isEqualTo(before);
            AttachedFile file = AttachedFile.of(client, attached).get(0);
            assertThat(file.sumOfDownload(client)).isEqualTo(file.sum());
            assertThat(client.create("Grace Hopper").status()).isEqualTo(201);
        }
    }

    /** Creates records of each kind, and returns the contact with an attachment. */
    private String fill(ApiClient client) throws IOException {
        String acme = client.post("companies", "{\"name\":\"Acmé\"}").text("id");
        client.post("custom-fields", "{\"key\":\"score\",\"label\":\"Score\",\"type\":\"number\"}");
        client.post("webhooks", "{\"url\":\"https://example.org/hook\",\"events\":[\"contact.created\"]}");
        for (int n = 0; n < 10; n++) {
            assertThat(client.post(
                                    "contacts",
                                    "{\"name\":\"Contact " + n + "\",\"companyId\":\"" + acme
                                            + "\",\"tags\":[\"VIP\"],\"customFields\":{\"score\":" + n + ".5}}")
                            .status())
                    .isEqualTo(201);
        }
        String ada = client.post(
                        "contacts",
                        "{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\",\"metadata\":{\"title\":\"Countess\"}}")
                .text("id");
        client.put("contacts/" + ada, "{\"notes\":\"first\\nprogram\\\\\"}");
        client.upload("/api/v1/contacts/" + ada + "/attachments", new UploadForm(directory, "file").ofSize(100_000));
        return ada;
    }

    private static Map<String, String> answers(ApiClient client, String contact) {
        Map<String, String> answers = new LinkedHashMap<>();
        PATHS.forEach(path -> answers.put(path, client.get(path).body()));
        for (String path : List.of("", "/attachments", "/comments", "/links")) {
            answers.put(path, client.get("contacts/" + contact + path).body());
        }
        return answers;
    }

    private ServerProcess start(String... more) throws Exception {
        return ServerProcess.start(
                directory,
                Stream.concat(Stream.of("--rate-limit", "off", "--port", "0"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private ApiClient client(ServerProcess server) throws IOException {
        String secret = new DataFolder(directory.resolve("contacts4j-data")).existingSecret();
        return ApiClient.of(server.url()).withToken(Clients.token(secret, "acme", Role.ADMIN));
    }
}
