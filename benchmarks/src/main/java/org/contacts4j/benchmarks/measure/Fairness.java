package org.contacts4j.benchmarks.measure;

import static org.contacts4j.benchmarks.load.PacedRequests.millis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.benchmarks.load.BenchmarkFailure;
import org.contacts4j.benchmarks.load.HttpConnection;
import org.contacts4j.benchmarks.load.MeasuredServer;
import org.contacts4j.benchmarks.load.PacedRequests;
import org.contacts4j.benchmarks.load.Plan;
import org.contacts4j.benchmarks.load.Requests;
import org.contacts4j.benchmarks.load.Servers;
import org.contacts4j.benchmarks.load.TestDatabase;
import org.contacts4j.benchmarks.load.Work;

/**
 * Measurement of isolation between organizations: response times of a quiet organization, alone and during an attack.
 * In an attack, one member of a large organization sends as many expensive requests at once as the default limits allow
 * per minute. {@link PacedRequests} describes the requests of the quiet organization.
 */
public final class Fairness {

    private final TestDatabase database;
    private final Plan plan;
    private final GeneratedContacts quiet;
    private final GeneratedContacts loud;

    public Fairness(TestDatabase database, Plan plan) {
        this.database = database;
        this.plan = plan;
        this.quiet = plan.neighbours().get(0);
        this.loud = plan.main();
    }

    /** Measures and prints one line for each kind of attack and request. */
    public void run() throws IOException, SQLException {
        Servers servers = new Servers(database, plan);
        servers.load(List.of(quiet, loud));
        database.settle();
        try (MeasuredServer server = servers.contacts4j()) {
            List<Work> works = works();
            for (Work work : works) {
                measure(server.address(), work, plan.warmUp());
            }
            System.out.println(
                    "| Meanwhile | Quiet organization | Alone: p50, p99 ms | Beside: p50, p99, most ms | p99 to"
                            + " alone | Beside busy processors: p50, p99, most ms | Answers to the attack |");
            System.out.println("|---|---|---|---|---|---|---|");
            for (Attack attack : Attack.values()) {
                if (plan.only().isEmpty() || plan.only().contains(attack.name())) {
                    compare(server.address(), attack, works);
                }
            }
        }
    }

    private List<Work> works() {
        Requests requests = Requests.toContacts4J(quiet);
        return List.of(requests.firstPage(""), requests.getById(), requests.create());
    }

    private void compare(InetSocketAddress server, Attack attack, List<Work> works) throws IOException {
        for (Work work : works) {
            long[] alone = measure(server, work, plan.measured());
            long[] besideLoops = measureBesideLoops(server, work);
            try (AttackRun storm = new AttackRun(server, attack, Requests.toContacts4J(loud))) {
                long[] beside = measure(server, work, plan.measured());
                System.out.printf(
                        "| %s | %s | %.1f, %.1f | %.1f, %.1f, %.1f | %.1f | %.1f, %.1f, %.1f | %s |%n",
                        attack,
                        work.name(),
                        millis(alone, 0.5),
                        millis(alone, 0.99),
                        millis(beside, 0.5),
                        millis(beside, 0.99),
                        millis(beside, 1),
                        millis(beside, 0.99) / millis(alone, 0.99),
                        millis(besideLoops, 0.5),
                        millis(besideLoops, 0.99),
                        millis(besideLoops, 1),
                        storm.statuses());
            }
        }
    }

    /** Measures with a busy loop on each processor: the effect of any processor load, whatever its source. */
    private long[] measureBesideLoops(InetSocketAddress server, Work work) throws IOException {
        AtomicBoolean measured = new AtomicBoolean();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            new Thread(() -> {
                        while (!measured.get()) {
                            Thread.onSpinWait();
                        }
                    })
                    .start();
        }
        try {
            return measure(server, work, plan.measured());
        } finally {
            measured.set(true);
        }
    }

    private long[] measure(InetSocketAddress server, Work work, Duration time) throws IOException {
        return new PacedRequests(server, plan.seed()).send(work, time);
    }

    /** The requests that a member may send per minute, all at once, each over its own connection. */
    private static final class AttackRun implements AutoCloseable {

        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final List<Future<?>> answers = new ArrayList<>();
        private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

        AttackRun(InetSocketAddress server, Attack attack, Requests to) {
            for (int i = 0; i < attack.requests(); i++) {
                byte[] request = attack.request(to, i);
                answers.add(threads.submit(() -> {
                    try (HttpConnection http = new HttpConnection(server)) {
                        return statuses.merge(http.exchange(request), 1, Integer::sum);
                    }
                }));
            }
        }

        /** Returns the number of responses so far by status. */
        Map<Integer, Integer> statuses() {
            return new TreeMap<>(statuses);
        }

        /** Waits for all responses. */
        @Override
        public void close() {
            try {
                for (Future<?> answer : answers) {
                    answer.get(10, TimeUnit.MINUTES);
                }
            } catch (Exception e) {
                throw new BenchmarkFailure("an attack was not answered: " + e);
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
