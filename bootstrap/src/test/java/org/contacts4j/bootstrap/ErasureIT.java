package org.contacts4j.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.jdbi.StoredText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that nothing of an erased person remains in any file of a server with its default settings. */
class ErasureIT {

    private static final int KILLS = 5;
    private static final int CONTACTS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CV = "Quixwood played the oboe in Vienna.";

    private static final String[] TEXTS = {
        "Zerlina", "zerlina", "Quixwood", "quixwood", "zerlina.q@example.org", "5550199887", CV
    };

    @TempDir
    private Path directory;

    @Test
    void leavesNothingOfAPersonInTheDataFolderAndTheTemporaryFolder() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        List<String> java = List.of("-Djava.io.tmpdir=" + temporary);
        try (ServerProcess server = ServerProcess.start(directory, java, "--port", "0")) {
            ApiClient admin = admin(server);
            String id = person(admin);
            importFailing(admin);
            assertThat(StoredText.ofFiles(directory)).contains(TEXTS);
            assertThat(admin.get("contacts/" + id + "/personal-data").body()).contains("oboe.txt", "not-an-email");
            Reply erased = admin.post("contacts/" + id + "/erase", "{}");
            assertThat(erased.status()).as(erased.body()).isEqualTo(200);
            assertThat(erased.text("removed.failedImportRows")).isEqualTo("1");
            assertThat(erased.text("removed.attachments")).isEqualTo("1");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(StoredText.ofFiles(directory)).doesNotContain(TEXTS));
            assertThat(admin.get("contacts").at("total").asInt()).isEqualTo(1);
            assertThat(server.out() + server.err()).doesNotContain(TEXTS);
            server.terminate();
            server.exitCode();
        }
        try (ServerProcess server = ServerProcess.start(directory, java, "--port", "0")) {
            assertThat(admin(server).get("contacts").text("data[0].name")).isEqualTo("Bo");
            assertThat(StoredText.ofFiles(directory)).doesNotContain(TEXTS);
        }
    }

    /** The rewrite takes some tenths of a second. Each kill comes later in it than the one before. */
    @Test
    void losesNothingElseWhenKilledWhileTheFileIsRewritten() throws Exception {
        List<String> others = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (ServerProcess server = ServerProcess.start(directory, "--port", "0", "--rate-limit", "off")) {
                ApiClient admin = admin(server);
                String id = person(admin);
                for (int n = 0; n < CONTACTS; n++) {
                    others.add(admin.create("Contact " + n).text("id"));
                }
                assertThat(admin.post("contacts/" + id + "/erase", "{}").status())
                        .isEqualTo(200);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> server.err().contains("The database file is rewritten"));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(40L * kill));
                server.kill();
            }
        }
        try (ServerProcess server = ServerProcess.start(directory, "--port", "0", "--rate-limit", "off")) {
            ApiClient admin = admin(server);
            assertThat(others)
                    .allSatisfy(id ->
                            assertThat(admin.get("contacts/" + id).status()).isEqualTo(200));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(StoredText.ofFiles(directory)).doesNotContain(TEXTS));
        }
    }

    private static String person(ApiClient admin) {
        admin.create("Bo");
        String id = admin.post("contacts", """
                        {"name": "Zerlina Quixwood", "email": "zerlina.q@example.org", "phone": "5550199887"}
                        """).text("id");
        admin.post("webhooks", "{\"url\": \"https://example.org/hook\", \"active\": false}");
        admin.patch("contacts/" + id, "{\"notes\": \"Zerlina plays the oboe\"}");
        admin.post("contacts/" + id + "/comments", "{\"text\": \"Zerlina plays the oboe\"}");
        byte[] form = ("--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"oboe.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\n" + CV + "\r\n--XX--\r\n")
                .getBytes(UTF_8);
        Reply added = admin.with("Content-Type", "multipart/form-data; boundary=XX")
                .send("contacts/" + id + "/attachments", form);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return id;
    }

    private static void importFailing(ApiClient admin) {
        byte[] file = "name,email\nZerlina Quixwood,not-an-email\n".getBytes(UTF_8);
        Reply job = admin.with("Content-Type", "text/csv").send("imports", file);
        assertThat(job.status()).as(job.body()).isEqualTo(202);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(admin.get("imports/" + job.text("id")).text("state"))
                                .isEqualTo("done"));
    }

    private ApiClient admin(ServerProcess server) throws Exception {
        String secret = new DataFolder(directory.resolve("contacts4j-data")).existingSecret();
        return ApiClient.of(server.url()).withToken(Clients.token(secret, "acme", Role.ADMIN));
    }
}
