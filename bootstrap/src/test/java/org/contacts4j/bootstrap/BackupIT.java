package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies backups of a running server, and that a server on a restored folder answers as before. */
@Order(1)
class BackupIT {

    private static final int WRITERS = 3;
    private static final int WRITES_BEFORE_A_BACKUP = 150;

    @TempDir
    private Path directory;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void containsEveryAcknowledgedWriteWhileWritesContinueAndIsRestoredElsewhere() throws Exception {
        Path backup = directory.resolve("contacts.zip");
        List<String> before;
        String withFiles;
        try (ServerProcess server = start(directory)) {
            ApiClient client = client(server, directory);
            withFiles = client.create("Ada Lovelace").text("id");
            String path = "/api/v1/contacts/" + withFiles + "/attachments";
            Path form = new UploadForm(directory, "file").ofSize(300_000);
            for (int n = 0; n < 3; n++) {
                assertThat(client.upload(path, form).status()).isEqualTo(201);
            }
            List<Thread> writers = startWriters(client, path, form);
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= WRITES_BEFORE_A_BACKUP);
            before = List.copyOf(acknowledged);

            Outcome outcome = ServerProcess.run(directory, "backup", "contacts.zip");

            assertThat(outcome.err()).doesNotContain("contacts4j:");
            assertThat(outcome.exitCode()).isZero();
            int atEnd = acknowledged.size();
            await().until(() -> acknowledged.size() > atEnd + 20); // the server continues
            server.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(ServerProcess.run(directory, "verify", "contacts.zip").exitCode())
                .isZero();

        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Outcome restored = ServerProcess.run(elsewhere, "restore", backup.toString());

        assertThat(restored.exitCode()).as(restored.err()).isZero();
        try (ServerProcess server = start(elsewhere)) {
            ApiClient client = client(server, directory); // its tokens remain valid
            assertThat(before)
                    .allSatisfy(id ->
                            assertThat(client.get("contacts/" + id).status()).isEqualTo(200));
            List<AttachedFile> files = AttachedFile.of(client, withFiles);
            assertThat(files).hasSizeGreaterThanOrEqualTo(3);
            for (AttachedFile file : files) {
                assertThat(file.sumOfDownload(client)).isEqualTo(file.sum());
            }
            assertThat(client.create("Grace Hopper").status()).isEqualTo(201);
        }
    }

    @Test
    void asksTheServerWhereverItsDataFolderIs() throws Exception {
        Path deep = Files.createDirectories(directory.resolve("a".repeat(60)).resolve("b".repeat(60)));
        try (ServerProcess server = start(deep)) {
            client(server, deep).create("Ada Lovelace");

            assertThat(ServerProcess.run(deep, "backup", "one.zip").exitCode()).isZero();
            assertThat(ServerProcess.run(deep, "verify", "one.zip").out()).contains("is complete", "1 contacts");
        }
        assertThat(deep.resolve("contacts4j-data").resolve("contacts.control")).exists(); // killed
        assertThat(ServerProcess.run(deep, "backup", "two.zip").exitCode()).isZero();
    }

    @Test
    void refusesToOverwriteWhatIsThereOrInUse() throws Exception {
        try (ServerProcess server = start(directory)) {
            client(server, directory).create("Ada Lovelace");
            assertThat(ServerProcess.run(directory, "backup", "one.zip").exitCode())
                    .isZero();

            Outcome again = ServerProcess.run(directory, "backup", "one.zip");
            assertThat(again.exitCode()).isEqualTo(1);
            assertThat(again.err()).contains("exists", "--force");
            assertThat(ServerProcess.run(directory, "backup", "one.zip", "--force")
                            .exitCode())
                    .isZero();

            Outcome running = ServerProcess.run(directory, "restore", "one.zip");
            assertThat(running.exitCode()).isEqualTo(1);
            assertThat(running.err()).contains("a server runs on the data folder");
            Outcome copy = ServerProcess.run(directory, "db", "copy", "--to", "jdbc:postgresql://localhost/none");
            assertThat(copy.exitCode()).isEqualTo(1);
            assertThat(copy.err()).contains("a server runs on the data folder");
        }
        Outcome stopped = ServerProcess.run(directory, "restore", "one.zip");
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.err()).contains("is not empty");
        assertThat(files()).containsExactlyInAnyOrder("one.zip", "contacts4j-data");
    }

    /** The operating system rejects the writes of the command beyond a size, as a full disk would. */
    @Test
    void leavesNothingOnAFullDisk() throws Exception {
        try (ServerProcess server = start(directory)) {
            String id = client(server, directory).create("Ada Lovelace").text("id");
            Path form = new UploadForm(directory, "file").ofSize(500_000);
            client(server, directory).upload("/api/v1/contacts/" + id + "/attachments", form);
            Files.delete(form);
            Path err = directory.resolve("err");
            Process command = new ProcessBuilder(
                            "prlimit",
                            "--fsize=300000",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:-UsePerfData",
                            "-jar",
                            System.getProperty("contacts4j.jar", "target/contacts4j.jar"),
                            "backup",
                            "one.zip")
                    .directory(directory.toFile())
                    .redirectError(err.toFile())
                    .start();

            assertThat(command.waitFor()).isEqualTo(1);
            assertThat(Files.readString(err)).contains("contacts4j: cannot write the backup");
            assertThat(files()).containsExactlyInAnyOrder("err", "contacts4j-data");
            assertThat(client(server, directory).get("contacts/" + id).status()).isEqualTo(200);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Starts threads that create contacts, and one that uploads attachments and deletes them again. */
    private List<Thread> startWriters(ApiClient client, String path, Path form) {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(start(() -> {
                Reply answer = client.create("Ada Lovelace");
                if (answer.status() == 201) {
                    acknowledged.add(answer.text("id"));
                }
            }));
        }
        writers.add(start(() -> {
            Reply answer = client.upload(path, form);
            client.delete(path + "/" + answer.text("id"));
        }));
        return writers;
    }

    private static Thread start(Step step) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    step.run();
                }
            } catch (UncheckedIOException | IOException e) {
                // Expected: the server was killed.
            }
        });
        thread.start();
        return thread;
    }

    private static ServerProcess start(Path folder) throws Exception {
        return ServerProcess.start(folder, "--rate-limit", "off", "--port", "0");
    }

    private static ApiClient client(ServerProcess server, Path folder) throws IOException {
        return Clients.of(server, new DataFolder(folder.resolve("contacts4j-data")).existingSecret());
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
