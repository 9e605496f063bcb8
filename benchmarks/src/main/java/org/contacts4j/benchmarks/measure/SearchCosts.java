package org.contacts4j.benchmarks.measure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.benchmarks.load.BenchmarkFailure;
import org.contacts4j.benchmarks.load.HttpConnection;
import org.contacts4j.benchmarks.load.MeasuredServer;
import org.contacts4j.benchmarks.load.Plan;
import org.contacts4j.benchmarks.load.Requests;
import org.contacts4j.benchmarks.load.Servers;
import org.contacts4j.benchmarks.load.TestDatabase;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.jdbi.JdbiStore;
import org.postgresql.PGConnection;

/**
 * Comparison of searches and filters on PostgreSQL: hand-written SQL over plain JDBC, Contacts4J in this process, and
 * the server over HTTP. Each way uses one connection for the same searches in the same order. A search reads a page of
 * 50 and its total.
 */
public final class SearchCosts {

    private final TestDatabase database;
    private final Plan plan;
    private final Servers servers;
    private final GeneratedContacts contacts;

    public SearchCosts(TestDatabase database, Plan plan) {
        this.database = database;
        this.plan = plan;
        this.servers = new Servers(database, plan);
        this.contacts = plan.main();
    }

    /** Measures and prints the table. */
    public void run() throws IOException, SQLException {
        if (!database.url().startsWith("jdbc:postgresql:")) {
            throw new BenchmarkFailure("the SQL to compare with is PostgreSQL's");
        }
        List<GeneratedContacts> organizations = new ArrayList<>(plan.neighbours());
        organizations.add(contacts);
        servers.load(organizations);
        try (MeasuredServer server = servers.contacts4j();
                JdbiStore store = JdbiStore.open(database.settings());
                Connection plannedOnce = database.connect();
                Connection plannedEachTime = database.connect()) {
            try (Statement statement = plannedOnce.createStatement()) {
                statement.execute("set plan_cache_mode = force_generic_plan");
            }
            plannedEachTime.unwrap(PGConnection.class).setPrepareThreshold(0);
            Contacts4J contacts4j = Contacts4J.builder(store).build();
            for (SearchCase question : SearchCase.values()) {
                if (plan.only().isEmpty() || plan.only().contains(question.name())) {
                    Connection byHand = question.isPlannedOnce() ? plannedOnce : plannedEachTime;
                    compare(question, byHand, contacts4j, server.address());
                }
            }
        }
    }

    private void compare(SearchCase question, Connection connection, Contacts4J contacts4j, InetSocketAddress server)
            throws IOException, SQLException {
        Caller caller = Caller.member(contacts.organization().value(), "load-driver");
        Requests requests = Requests.toContacts4J(contacts);
        Map<String, SearchMethod> ways = new LinkedHashMap<>();
        ways.put("SQL by hand", (http, wanted) -> question.byHand(connection, contacts, wanted));
        ways.put("Contacts4J", (http, wanted) -> question.inProcess(contacts4j, caller, contacts, wanted));
        ways.put("over HTTP", (http, wanted) -> question.overHttp(http, requests, contacts, wanted));
        checkThatAllFindTheSame(question, ways, server);
        System.out.printf(
                "%n| %s | p50, ms | p95, ms | p95 to that by hand | speed to that by hand |%n|---|---|---|---|---|%n",
                question);
        for (int round = 0; round < plan.rounds(); round++) {
            double p95ByHand = 0;
            double meanByHand = 0;
            for (Map.Entry<String, SearchMethod> way : ways.entrySet()) {
                long[] nanos = measure(way.getValue(), server);
                double p95 = nanos[nanos.length * 95 / 100] / 1e6;
                double mean = Arrays.stream(nanos).average().orElseThrow() / 1e6;
                p95ByHand = p95ByHand == 0 ? p95 : p95ByHand;
                meanByHand = meanByHand == 0 ? mean : meanByHand;
                System.out.printf(
                        "| %s | %.2f | %.2f | %.2f | %.2f |%n",
                        way.getKey(), nanos[nanos.length / 2] / 1e6, p95, p95 / p95ByHand, meanByHand / mean);
            }
        }
    }

    /** Verifies that all ways find the same totals, without which their speed is meaningless. */
    private void checkThatAllFindTheSame(SearchCase question, Map<String, SearchMethod> ways, InetSocketAddress server)
            throws IOException, SQLException {
        try (HttpConnection http = new HttpConnection(server)) {
            for (int i = 0; i < 20; i++) {
                List<Long> totals = new ArrayList<>();
                for (SearchMethod way : ways.values()) {
                    totals.add(way.total(http, new SplittableRandom(plan.seed() + i)));
                }
                if (totals.stream().distinct().count() > 1) {
                    throw new BenchmarkFailure(question + " has different totals: " + totals);
                }
            }
        }
    }

    /** Measures over a new connection, since the server closes connections that are idle during other measurements. */
    private long[] measure(SearchMethod way, InetSocketAddress server) throws IOException, SQLException {
        try (HttpConnection http = new HttpConnection(server)) {
            measure(way, http, plan.warmUp());
            return measure(way, http, plan.measured());
        }
    }

    /** Returns the response times in nanoseconds, in ascending order. */
    private long[] measure(SearchMethod way, HttpConnection http, Duration time) throws IOException, SQLException {
        long end = System.nanoTime() + time.toNanos();
        long[] nanos = new long[1024];
        int count = 0;
        for (long now = System.nanoTime(); now < end || count == 0; count++) {
            SplittableRandom wanted = new SplittableRandom(plan.seed() + count);
            way.total(http, wanted);
            long start = now;
            now = System.nanoTime();
            nanos = count < nanos.length ? nanos : Arrays.copyOf(nanos, 2 * count);
            nanos[count] = now - start;
        }
        long[] taken = Arrays.copyOf(nanos, count);
        Arrays.sort(taken);
        return taken;
    }

    /** A way to run a search. The random numbers choose its values. Returns the total. */
    @FunctionalInterface
    interface SearchMethod {
        long total(HttpConnection http, SplittableRandom wanted) throws IOException, SQLException;
    }
}
