package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.bootstrap.UploadForm.MEBIBYTE;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.application.attachment.ContentSweep;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.bootstrap.settings.Attachments;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies that a killed server leaves no attachment without its content, and that content without an attachment is
 * deleted eventually.
 */
class AttachmentKillIT {

    private static final long TIMEOUT_NANOS = 60_000_000_000L;
    private static final int UPLOADS_BEFORE_A_KILL = 20;

    @TempDir
    private Path directory;

    @Test
    void losesNothingOnH2WithContentInAFolder() throws Exception {
        int kept = keptAfterKills("folder", h2());
        assertThat(AttachmentIT.files(attachments())).hasSize(kept);
    }

    @Test
    void losesNothingOnH2WithContentInTheDatabase() throws Exception {
        int kept = keptAfterKills("database", h2());
        String url = h2().url() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        assertThat(contentsIn(DriverManager.getConnection(url))).isEqualTo(kept);
    }

    @Test
    void losesNothingOnPostgresWithContentInAFolder() throws Exception {
        int kept = keptAfterKills("folder", postgres());
        assertThat(AttachmentIT.files(attachments())).hasSize(kept);
    }

    @Test
    void losesNothingOnPostgresWithContentInTheDatabase() throws Exception {
        DatabaseSettings postgres = postgres();
        int kept = keptAfterKills("database", postgres);
        assertThat(contentsIn(TestPostgres.connect(postgres.url()))).isEqualTo(kept);
    }

    /** Returns the number of attachments after the kills and a sweep. Each attachment is verified to be complete. */
    private int keptAfterKills(String place, DatabaseSettings database) throws Exception {
        String[] arguments = arguments(place, database);
        Path form = new UploadForm(directory, "file").ofSize(2 * MEBIBYTE);
        List<String> contacts = new ArrayList<>();
        for (int kill = 0; kill < 2; kill++) {
            try (ServerProcess server = ServerProcess.start(directory, arguments)) {
                ApiClient client = client(server);
                contacts.add(client.create("Ada").text("id"));
                uploadAndDeleteUntilKilled(server, client, contacts.get(kill), form);
            }
        }
        int kept;
        try (ServerProcess server = ServerProcess.start(directory, arguments)) {
            kept = downloadEverything(client(server), contacts);
            server.terminate();
            assertThat(server.exitCode()).isIn(0, 143);
        }
        sweep(place, database);
        return kept;
    }

    private void sweep(String place, DatabaseSettings database) {
        Attachments kept = new Attachments(place.equals("folder"), attachments(), AttachmentLimits.DEFAULT);
        try (JdbiStore store = JdbiStore.open(database)) {
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
            new ContentSweep(store, kept.contents(store), later).run();
        }
    }

    private static void uploadAndDeleteUntilKilled(ServerProcess server, ApiClient client, String contact, Path form)
            throws Exception {
        AtomicInteger uploads = new AtomicInteger();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread writer = new Thread(() -> uploadAndDelete(client, contact, form, uploads));
            writer.start();
            writers.add(writer);
        }
        long deadline = System.nanoTime() + TIMEOUT_NANOS;
        while (uploads.get() < UPLOADS_BEFORE_A_KILL && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
        server.kill();
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(uploads.get()).isGreaterThanOrEqualTo(UPLOADS_BEFORE_A_KILL);
    }

    /** Uploads attachments and deletes every second one. */
    private static void uploadAndDelete(ApiClient client, String contact, Path form, AtomicInteger uploads) {
        try {
            while (true) {
                AttachedFile kept = AttachedFile.in(client.upload("contacts/" + contact + "/attachments", form))
                        .get(0);
                if (uploads.incrementAndGet() % 2 == 0) {
                    client.delete(kept.url());
                }
            }
        } catch (UncheckedIOException e) {
            // Expected: the server was killed.
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int downloadEverything(ApiClient client, List<String> contacts) throws Exception {
        int count = 0;
        for (String contact : contacts) {
            for (AttachedFile file : AttachedFile.of(client, contact)) {
                assertThat(file.sumOfDownload(client)).isEqualTo(file.sum());
                count++;
            }
        }
        assertThat(count).isGreaterThanOrEqualTo(UPLOADS_BEFORE_A_KILL / 2);
        return count;
    }

    private static int contentsIn(Connection opened) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(distinct attachment_id) from content_part")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static String[] arguments(String place, DatabaseSettings database) {
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--rate-limit", "off", "--attachments", place));
        if (database.url().startsWith("jdbc:postgresql:")) {
            arguments.addAll(List.of("--db-url", database.url(), "--db-user", "postgres"));
        }
        return arguments.toArray(String[]::new);
    }

    private DatabaseSettings h2() {
        return DatabaseSettings.h2File(new DataFolder(data()).database());
    }

    private static DatabaseSettings postgres() {
        return DatabaseSettings.of(TestPostgres.freshDatabase(), "postgres", null);
    }

    private Path data() {
        return directory.resolve("contacts4j-data");
    }

    private Path attachments() {
        return data().resolve("attachments");
    }

    private ApiClient client(ServerProcess server) throws IOException {
        return Clients.of(server, new DataFolder(data()).existingSecret()).waiting(Duration.ofMinutes(2));
    }
}
