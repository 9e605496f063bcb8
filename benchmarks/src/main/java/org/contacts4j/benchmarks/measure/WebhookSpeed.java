package org.contacts4j.benchmarks.measure;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.benchmarks.data.ContactFile;
import org.contacts4j.benchmarks.load.BenchmarkFailure;
import org.contacts4j.benchmarks.load.MeasuredServer;
import org.contacts4j.benchmarks.load.Plan;
import org.contacts4j.benchmarks.load.Servers;
import org.contacts4j.benchmarks.load.TestDatabase;
import org.contacts4j.benchmarks.load.Token;

/**
 * Measurement of the delivery rate of a webhook with a backlog. The webhook is paused, an import creates contacts, and
 * the webhook is resumed. A local receiver, which responds at once, counts the deliveries. Each round uses its own
 * organization. Finally measures {@link WebhookCost}.
 */
public final class WebhookSpeed {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final TestDatabase database;
    private final Plan plan;
    private final Semaphore arrived = new Semaphore(0);
    private final List<Long> speeds = new ArrayList<>();

    public WebhookSpeed(TestDatabase database, Plan plan) {
        this.database = database;
        this.plan = plan;
    }

    /** Measures and prints one line per round. An additional first round warms up the server. */
    public void run() throws IOException, SQLException {
        Path table = plan.folder().resolve("contacts.csv");
        ContactFile.write(plan.main(), table);
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer receiver = receiver(threads);
        try (MeasuredServer server = new Servers(database, plan).contacts4j("--webhook-allow", "127.0.0.0/8")) {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
            for (int round = 0; round <= plan.rounds(); round++) {
                measure(server, table, url, round);
            }
        } finally {
            receiver.stop(0);
            threads.shutdownNow();
        }
        System.out.printf("Messages a second (wanted: 500 or more): %s%n", speeds);
        new WebhookCost(database).run();
    }

    private HttpServer receiver(ExecutorService threads) throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(threads);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            arrived.release();
        });
        receiver.start();
        return receiver;
    }

    private void measure(MeasuredServer server, Path table, String url, int round) throws IOException, SQLException {
        String token = Token.ofAdministrator("hooked-" + round);
        String webhook = server.send(token, "POST", "webhooks", json("{\"url\":\"" + url + "\",\"active\":false}"));
        Matcher id = ID.matcher(webhook);
        if (!id.find()) {
            throw new BenchmarkFailure("no webhook: " + webhook);
        }
        server.send(token, "POST", "contacts/import", BodyPublishers.ofFile(table));
        database.settle();
        long start = System.nanoTime();
        server.send(token, "PATCH", "webhooks/" + id.group(1), json("{\"active\":true}"));
        await(plan.contacts());
        long speed = Math.round(plan.contacts() / ((System.nanoTime() - start) / 1e9));
        System.out.printf("round %d  %,d messages, %,d a second%n", round, plan.contacts(), speed);
        if (round > 0) {
            speeds.add(speed);
        }
    }

    private void await(int messages) throws IOException {
        try {
            if (!arrived.tryAcquire(messages, LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new BenchmarkFailure("only " + arrived.availablePermits() + " messages arrived");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static BodyPublisher json(String body) {
        return BodyPublishers.ofString(body);
    }
}
