package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.contacts4j.bootstrap.UploadForm.MEBIBYTE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies that a server with little memory handles uploads and downloads of large files, many at once. Rejected and
 * aborted uploads leave no files.
 */
class AttachmentIT {

    private static final int AT_ONCE = 8;

    private static final Door CANONICAL = new Door("/api/v1/contacts/%s/attachments", "file", 201);
    private static final Door BOTTLECRM = new Door("/api/contacts/%s/", "contact_attachment", 200);

    @TempDir
    private Path directory;

    @Test
    void carriesEightFilesOf25MebibytesAtOnceIn128MebibytesOfMemory() throws Exception {
        carriesEightFilesAtOnce(CANONICAL, "--port", "0");
        assertThat(files(attachments())).hasSize(AT_ONCE);
    }

    @Test
    void carriesThemIntoAndOutOfTheDatabaseAsWell() throws Exception {
        carriesEightFilesAtOnce(CANONICAL, inPostgres());
        assertThat(attachments()).doesNotExist();
    }

    @Test
    void carriesThemThroughBottleCrmAsWell() throws Exception {
        carriesEightFilesAtOnce(BOTTLECRM, "--port", "0");
        assertThat(files(attachments())).hasSize(AT_ONCE);
    }

    @Test
    void carriesThemThroughBottleCrmIntoAndOutOfTheDatabaseAsWell() throws Exception {
        carriesEightFilesAtOnce(BOTTLECRM, inPostgres());
        assertThat(attachments()).doesNotExist();
    }

    private void carriesEightFilesAtOnce(Door door, String... arguments) throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        List<String> small = List.of("-Xmx128m", "-Djava.io.tmpdir=" + temporary);
        try (ServerProcess server = ServerProcess.start(directory, small, arguments)) {
            String secret = new DataFolder(data()).existingSecret();
            ApiClient client = Clients.of(server, secret).waiting(Duration.ofMinutes(2));
            String contact = client.create("Ada").text("id");
            UploadForm forms = new UploadForm(directory, door.field());
            Path form = forms.ofSize(25 * MEBIBYTE);
            String path = door.path().formatted(contact);
            assertThat(atOnce(() -> client.upload(path, form)))
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as(answer.body()).isEqualTo(door.success()));
            assertThat(client.upload(path, forms.ofSize(26 * MEBIBYTE)).status())
                    .isEqualTo(413);
            assertThat(client.upload(path, forms.withoutAnEnd()).status()).isEqualTo(400);
            UploadForm.breakOff(server.url(), path, Clients.token(secret, "acme", Role.MEMBER), form);
            if (door.equals(BOTTLECRM)) {
                makesNoContactOfWhatIsRefused(server, client, secret, forms);
            }
            awaitEmpty(temporary);
            List<AttachedFile> attached = AttachedFile.of(client, contact);
            assertThat(attached).hasSize(AT_ONCE);
            AttachedFile first = attached.get(0);
            assertThat(attached).extracting(AttachedFile::sum).containsOnly(first.sum());
            assertThat(atOnce(() -> first.sumOfDownload(client))).containsOnly(first.sum());
        }
    }

    /** The dialect creates a contact and its first attachment in one request. */
    private static void makesNoContactOfWhatIsRefused(
            ServerProcess server, ApiClient client, String secret, UploadForm forms) throws Exception {
        String path = "/api/contacts/";
        assertThat(client.upload(path, forms.ofSize(26 * MEBIBYTE)).status()).isEqualTo(413);
        assertThat(client.upload(path, forms.withoutAnEnd()).status()).isEqualTo(400);
        UploadForm.breakOff(
                server.url(), path, Clients.token(secret, "acme", Role.MEMBER), forms.ofSize(25 * MEBIBYTE));
        assertThat(client.get("contacts?limit=1").body()).contains("\"total\":1,");
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result :
                    threads.invokeAll(Stream.generate(() -> work).limit(AT_ONCE).toList())) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The server deletes temporary files after it has sent the response, so the client may see them for a moment. */
    private static void awaitEmpty(Path folder) {
        await().atMost(Duration.ofMinutes(1)).until(() -> files(folder).isEmpty());
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file ->
                            Files.isRegularFile(file) && !file.toString().contains("hsperfdata"))
                    .toList();
        }
    }

    private static String[] inPostgres() {
        return new String[] {
            "--port",
            "0",
            "--attachments",
            "database",
            "--db-url",
            TestPostgres.freshDatabase(),
            "--db-user",
            "postgres"
        };
    }

    private Path data() {
        return directory.resolve("contacts4j-data");
    }

    private Path attachments() {
        return data().resolve("attachments");
    }

    /**
     * An upload endpoint.
     *
     * @param path the path, with {@code %s} for the contact's id
     * @param field the form field of the file
     * @param success the status of a successful upload
     */
    private record Door(String path, String field, int success) {}
}
