package org.contacts4j.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contacts4j.application.attachment.ContentSweep;
import org.contacts4j.files.FolderContents;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files go in and out of a small server, large ones and many at once, and none is lost or left when it is killed. */
class AttachmentIT {

    private static final int AT_ONCE = 8;
    private static final int MEBIBYTE = 1024 * 1024;
    private static final Pattern URL_AND_SUM = Pattern.compile("\"sha256\":\"(\\w{64})\",\"url\":\"([^\"]+)\"");
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @TempDir
    private Path directory;

    @Test
    void carriesEightFilesOf25MebibytesAtOnceIn128MebibytesOfMemory() throws Exception {
        carriesEightFilesAtOnce("--rate-limit", "off", "--port", "0");
        assertThat(files(attachments())).hasSize(AT_ONCE);
    }

    @Test
    void carriesThemIntoAndOutOfTheDatabaseAsWell() throws Exception {
        carriesEightFilesAtOnce(
                "--rate-limit",
                "off",
                "--port",
                "0",
                "--attachments",
                "database",
                "--db-url",
                Postgres.freshDatabase(),
                "--db-user",
                "postgres");
        assertThat(attachments()).doesNotExist();
    }

    @Test
    void leavesNoAttachmentWithoutContentAndNoContentForEverWhenItIsKilled() throws Exception {
        Path form = form(2 * MEBIBYTE);
        List<String> contacts = new ArrayList<>();
        for (int kill = 0; kill < 2; kill++) {
            try (ServerProcess server = ServerProcess.start(directory, "--rate-limit", "off", "--port", "0")) {
                ApiClient client = client(server);
                contacts.add(ApiClient.idIn(client.create("Ada")));
                uploadAndDeleteUntilKilled(server, client, contacts.get(kill), form);
            }
        }
        int kept;
        try (ServerProcess server = ServerProcess.start(directory, "--rate-limit", "off", "--port", "0")) {
            kept = downloadEverything(client(server), contacts);
            server.terminate();
            assertThat(server.exitCode()).isIn(0, 143);
        }
        try (JdbiStore store = JdbiStore.open(DatabaseSettings.h2File(data().database()))) {
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
            new ContentSweep(store, new FolderContents(attachments()), later).run();
        }
        assertThat(files(attachments())).hasSize(kept);
    }

    private void carriesEightFilesAtOnce(String... arguments) throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        List<String> small = List.of("-Xmx128m", "-Djava.io.tmpdir=" + temporary);
        try (ServerProcess server = ServerProcess.start(directory, small, arguments)) {
            ApiClient client = client(server);
            String contact = ApiClient.idIn(client.create("Ada"));
            Path form = form(25 * MEBIBYTE);
            List<String> answers = atOnce(() -> {
                HttpResponse<String> answer = client.attach(contact, form);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                return answer.body();
            });
            String first = answers.get(0);
            assertThat(atOnce(() -> sumOf(client, group(first, 2)))).containsOnly(group(first, 1));
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(group(answer, 1)).isEqualTo(group(first, 1)));
            assertThat(client.attach(contact, form(26 * MEBIBYTE)).statusCode()).isEqualTo(413);
            breakOff(server, client, contact, form);
            assertThat(client.get(contact + "/attachments").body().split("sha256", -1))
                    .hasSize(AT_ONCE + 1);
            awaitEmpty(temporary);
        }
    }

    private static List<String> atOnce(Callable<String> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<String> results = new ArrayList<>();
            for (Future<String> result :
                    threads.invokeAll(Stream.generate(() -> work).limit(AT_ONCE).toList())) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Sends half of a form, and goes away. */
    private static void breakOff(ServerProcess server, ApiClient client, String contact, Path form) throws IOException {
        byte[] half = new byte[12 * MEBIBYTE];
        try (InputStream in = Files.newInputStream(form);
                Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
            in.readNBytes(half, 0, half.length);
            String head =
                    "POST /api/v1/contacts/" + contact + "/attachments HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                            + client.token() + "\r\nContent-Type: multipart/form-data; boundary=XX\r\nContent-Length: "
                            + Files.size(form) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(half);
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
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (uploads.get() < 20 && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
        server.kill();
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(uploads.get()).isGreaterThanOrEqualTo(20);
    }

    /** Keeps every second one. */
    private static void uploadAndDelete(ApiClient client, String contact, Path form, AtomicInteger uploads) {
        try {
            while (true) {
                String answer = client.attach(contact, form).body();
                if (uploads.incrementAndGet() % 2 == 0) {
                    client.delete(group(answer, 2));
                }
            }
        } catch (IOException e) {
            // the server is gone, which is what this is about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int downloadEverything(ApiClient client, List<String> contacts) throws Exception {
        int count = 0;
        for (String contact : contacts) {
            Matcher attachments =
                    URL_AND_SUM.matcher(client.get(contact + "/attachments").body());
            while (attachments.find()) {
                assertThat(sumOf(client, attachments.group(2))).isEqualTo(attachments.group(1));
                count++;
            }
        }
        assertThat(count).isGreaterThanOrEqualTo(10);
        return count;
    }

    private static String sumOf(ApiClient client, String url) throws Exception {
        HttpResponse<InputStream> answer = client.download(url);
        assertThat(answer.statusCode()).isEqualTo(200);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream content = answer.body()) {
            byte[] buffer = new byte[64 * 1024];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String group(String answer, int group) {
        Matcher matcher = URL_AND_SUM.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(group);
    }

    private Path form(int size) throws IOException {
        Path form = Files.createTempFile(directory, "form", null);
        try (OutputStream out = Files.newOutputStream(form)) {
            out.write("--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n".getBytes(UTF_8));
            byte[] content = new byte[size];
            new Random(size).nextBytes(content);
            out.write(content);
            out.write("\r\n--XX--\r\n".getBytes(UTF_8));
        }
        return form;
    }

    /** Files are deleted when their request has been answered, which the client hears a moment before. */
    private static void awaitEmpty(Path folder) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!files(folder).isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(files(folder)).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file ->
                            Files.isRegularFile(file) && !file.toString().contains("hsperfdata"))
                    .toList();
        }
    }

    private DataFolder data() {
        return new DataFolder(directory.resolve("contacts4j-data"));
    }

    private Path attachments() {
        return data().path().resolve("attachments");
    }

    private ApiClient client(ServerProcess server) throws IOException {
        return ApiClient.of(server, data().existingSecret());
    }
}
