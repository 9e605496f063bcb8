package org.contacts4j.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A receiver of webhook deliveries. Responds with queued statuses, or with 204 when none is queued. */
public final class TestReceiver implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean hangs;

    /** Starts the receiver on a free port of this machine. */
    public TestReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * A received delivery.
     *
     * @param path the path that it was sent to
     */
    public record Received(String path, HttpHeaders headers, String body) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** Verifies the signature with this secret, using a third-party library. */
        public void mustBeSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
            } catch (EmptyWebhookSecretException | WebhookVerificationException e) {
                throw new AssertionError("not signed with this secret: " + headers, e);
            }
        }
    }

    private record Answer(int status, Map<String, String> headers) {}

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    /** Queues a status for the next delivery; further calls queue statuses for those after it. */
    public TestReceiver answering(int status) {
        return answering(status, Map.of());
    }

    public TestReceiver answering(int status, Map<String, String> headers) {
        answers.add(new Answer(status, headers));
        return this;
    }

    /** Stops responding to deliveries. */
    public TestReceiver hanging() {
        hangs = true;
        return this;
    }

    /** Waits for the next delivery and returns it. */
    public Received next() {
        try {
            @Nullable Received next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("a message").isNotNull();
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the received deliveries that {@link #next} has not returned. */
    public List<Received> rest() {
        return List.copyOf(received);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Answer answer = answers.isEmpty() ? new Answer(204, Map.of()) : answers.remove();
        received.add(new Received(
                exchange.getRequestURI().toString(),
                HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
                body));
        if (hangs) {
            awaitClosing();
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), -1);
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
