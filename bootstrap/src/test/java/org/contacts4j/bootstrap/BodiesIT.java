package org.contacts4j.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.contacts4j.domain.organization.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that a server with little memory handles large, slow and rejected request bodies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(1)
class BodiesIT {

    private static final String SECRET = "a secret that is longer than 32 bytes";
    private static final int MIB = 1024 * 1024;
    private static final int AT_ONCE = 200;
    private static final int SLOW = 700;

    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    private final List<Socket> slow = new ArrayList<>();

    private ServerProcess server;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        server = ServerProcess.start(
                directory,
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                "--port",
                "0",
                "--rate-limit",
                "off",
                "--jwt-secret",
                SECRET);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
        slow.clear();
    }

    @AfterAll
    void stop() {
        senders.shutdownNow();
        server.close();
    }

    @Test
    void answersManyOfTheLargestBodiesAtOnceAndEachByItselfAfterwards() throws Exception {
        for (String body : hostile()) {
            List<Integer> together = statuses(body);
            assertThat(together)
                    .as(shape(body))
                    .hasSize(AT_ONCE)
                    .allMatch(status -> status == 503 || status / 100 == 4);
            for (int i = 0; i < 20; i++) {
                assertThat(post("alone", body)).as(shape(body)).isEqualTo(400);
            }
        }
        assertThat(server.out() + server.err()).doesNotContain("OutOfMemoryError", " failed");
    }

    @Test
    void cutsSlowSendersOffAndServesOthersMeanwhile() throws Exception {
        long alone = slowestOfHundred();
        String head = head("POST /api/v1/contacts", "slow", Role.MEMBER, "application/json");
        for (int i = 0; i < SLOW; i++) {
            Socket sender = connect();
            slow.add(sender);
            send(
                    sender,
                    head
                            + (i % 2 == 0
                                    ? "Content-Length: 1048576\r\n\r\n{"
                                    : "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"));
        }
        long accompanied = slowestOfHundred();
        System.out.printf("p99 alone %d ms, with %d slow senders %d ms%n", alone, SLOW, accompanied);
        assertThat(accompanied).isLessThan(500 + 3 * alone);
        for (Socket sender : slow) {
            assertThat(new String(sender.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void cutsASlowUploadOff() throws Exception {
        Socket sender = connect();
        slow.add(sender);
        send(
                sender,
                head("POST /api/v1/imports", "slow", Role.MEMBER, "text/csv")
                        + "Content-Length: 1000000\r\n\r\nname\n");
        long begin = System.nanoTime();
        assertThat(new String(sender.getInputStream().readAllBytes(), US_ASCII)).startsWith("HTTP/1.1 408 ");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void refusesTheUploadOfAViewerBeforeItIsReceived() throws Exception {
        for (String request : List.of("POST /api/v1/imports", "POST /api/v1/contacts/import")) {
            Socket viewer = connect();
            slow.add(viewer);
            send(
                    viewer,
                    head(request, "viewers", Role.VIEWER, "text/csv") + "Content-Length: " + 1024 * MIB + "\r\n\r\n");
            viewer.getOutputStream().write(new byte[MIB]);
            assertThat(new String(viewer.getInputStream().readNBytes(13), US_ASCII))
                    .isEqualTo("HTTP/1.1 403 ");
            long accepted = MIB + sendUntilClosed(viewer);
            System.out.printf("%s: %d KiB of 1 GiB accepted%n", request, accepted / 1024);
            assertThat(accepted).isLessThan(64L * MIB);
        }
    }

    /** Returns bodies of exactly the maximum size, all of which are rejected when they are parsed. */
    private static List<String> hostile() {
        return List.of(
                filled("{\"name\": 7, \"notes\": \"", "x", "\"}"),
                filled("{\"name\": 7, \"notes\": [{}", ",{}", "]}"),
                filled("{\"name\": 7, \"notes\": [{\"a\":1}", ",{\"a\":1}", "]}"),
                filled("{\"name\": 7, \"notes\": [[]", ",[]", "]}"),
                filled("{\"name\": 7, \"notes\": [1e1", ",1e1", "]}"),
                filled("[0", ",0", "]"));
    }

    private static String filled(String begin, String repeated, String end) {
        int room = MIB - begin.length() - end.length();
        String body = begin + repeated.repeat(room / repeated.length()) + end;
        return body + " ".repeat(MIB - body.length());
    }

    private static String shape(String body) {
        return body.substring(0, 40);
    }

    private List<Integer> statuses(String body) throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String organization = "org_" + i % 10;
            calls.add(() -> post(organization, body));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> status : senders.invokeAll(calls)) {
            statuses.add(status.get());
        }
        System.out.printf(
                "%s…: %d of %d answered 503%n",
                shape(body), statuses.stream().filter(status -> status == 503).count(), AT_ONCE);
        return statuses;
    }

    /**
     * Sends a body over a new connection. Reads the response even if the server closes the connection before it has
     * read the whole body.
     */
    private int post(String organization, String body) throws IOException {
        try (Socket socket = connect()) {
            send(
                    socket,
                    head("POST /api/v1/contacts", organization, Role.MEMBER, "application/json")
                            + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n");
            try {
                send(socket, body);
            } catch (SocketException refused) {
                // The server has already sent its response.
            }
            String answer = new String(socket.getInputStream().readNBytes(12), US_ASCII);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length()));
        }
    }

    private long slowestOfHundred() throws Exception {
        long[] millis = new long[100];
        for (int i = 0; i < millis.length; i++) {
            long begin = System.nanoTime();
            assertThat(post("good", "{\"name\": \"Ada\"}")).isEqualTo(201);
            millis[i] = (System.nanoTime() - begin) / 1_000_000;
        }
        Arrays.sort(millis);
        return millis[98];
    }

    private Socket connect() throws IOException {
        URI url = server.url();
        Socket socket = new Socket(InetAddress.getByName(url.getHost()), url.getPort());
        socket.setSoTimeout(90_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String head(String request, String organization, Role role, String type) {
        return request + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Clients.token(SECRET, organization, role) + "\r\nContent-Type: " + type + "\r\n";
    }

    /** Sends up to one gigabyte until the server closes the connection. Returns the number of bytes sent. */
    private static long sendUntilClosed(Socket socket) throws IOException {
        byte[] part = new byte[64 * 1024];
        long sent = 0;
        try {
            while (sent < 1024L * MIB) {
                socket.getOutputStream().write(part);
                sent += part.length;
            }
        } catch (SocketException closed) {
            return sent;
        }
        return sent;
    }
}
