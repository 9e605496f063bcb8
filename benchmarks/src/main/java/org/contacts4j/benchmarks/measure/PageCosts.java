package org.contacts4j.benchmarks.measure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.benchmarks.load.BenchmarkFailure;
import org.contacts4j.benchmarks.load.HttpConnection;
import org.contacts4j.benchmarks.load.Load;
import org.contacts4j.benchmarks.load.Measured;
import org.contacts4j.benchmarks.load.MeasuredServer;
import org.contacts4j.benchmarks.load.Plan;
import org.contacts4j.benchmarks.load.Requests;
import org.contacts4j.benchmarks.load.Servers;
import org.contacts4j.benchmarks.load.TestDatabase;
import org.contacts4j.benchmarks.load.Work;

/**
 * Measurement of the cost of a page of 20 by the size of the organization, the order and the offset. Uses one
 * connection, since only response times matter here. All figures are medians.
 */
public final class PageCosts {

    private static final int SMALL = 1_000;
    private static final int DEEP_PAGE = 1_000;
    private static final int WALKED_PAGES = 300;
    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]*)\"");

    private final Plan plan;
    private final Servers servers;
    private final GeneratedContacts small;
    private final GeneratedContacts large;

    public PageCosts(TestDatabase database, Plan plan) {
        this.plan = plan;
        this.servers = new Servers(database, plan);
        this.small = plan.organization("small", SMALL, 1);
        this.large = plan.main();
    }

    /** Measures and prints the table. */
    public void run() throws IOException, SQLException {
        servers.load(List.of(small, large));
        try (MeasuredServer server = servers.contacts4j()) {
            warmUp(server.address());
            System.out.printf(
                    "%n| Order | First of %,d, ms | First of %,d, ms | Ratio | Page %,d, ms | Ratio to first |"
                            + " Next by cursor, ms | Ratio to first |%n|---|---|---|---|---|---|---|---|%n",
                    small.count(), large.count(), Math.min(DEEP_PAGE, lastPage()));
            for (String key : List.of("name", "createdAt", "updatedAt")) {
                for (String direction : List.of("asc", "desc")) {
                    measure(server.address(), "orderBy=" + key + "&orderDirection=" + direction);
                }
            }
        }
    }

    private int lastPage() {
        return Math.max(1, large.count() / 20);
    }

    private void warmUp(InetSocketAddress server) throws IOException {
        try (Load load = new Load(server, 1, plan.seed())) {
            load.run(Requests.toContacts4J(small).firstPage(""), plan.warmUp());
            load.run(Requests.toContacts4J(large).firstPage(""), plan.warmUp());
            walk(server, "orderBy=name");
        }
    }

    private void measure(InetSocketAddress server, String order) throws IOException {
        List<Double> smalls = new ArrayList<>();
        List<Double> firsts = new ArrayList<>();
        List<Double> deeps = new ArrayList<>();
        List<Double> nexts = new ArrayList<>();
        int deep = Math.min(DEEP_PAGE, lastPage());
        for (int round = 0; round < plan.rounds(); round++) {
            smalls.add(cost(server, small, "?" + order));
            firsts.add(cost(server, large, "?" + order));
            deeps.add(cost(server, large, "?page=" + deep + "&" + order));
            nexts.add(walk(server, order));
        }
        double first = median(firsts);
        System.out.printf(
                "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                order.replace("orderBy=", "").replace("&orderDirection=", " "),
                median(smalls),
                first,
                first / median(smalls),
                median(deeps),
                median(deeps) / first,
                median(nexts),
                median(nexts) / first);
    }

    private double cost(InetSocketAddress server, GeneratedContacts contacts, String query) throws IOException {
        try (Load load = new Load(server, 1, plan.seed())) {
            Work page = Requests.toContacts4J(contacts).firstPage(query);
            load.run(page, plan.measured().dividedBy(4));
            return load.run(page, plan.measured()).p50Millis();
        }
    }

    /**
     * Pages through the list of the large organization from its start, for at most {@value #WALKED_PAGES} pages.
     * Returns the median time per page in milliseconds.
     */
    private double walk(InetSocketAddress server, String order) throws IOException {
        Requests requests = Requests.toContacts4J(large);
        long[] nanos = new long[WALKED_PAGES];
        int walked = 0;
        try (HttpConnection connection = new HttpConnection(server)) {
            exchange(connection, requests, "?" + order);
            Matcher next = NEXT.matcher(connection.body());
            while (walked < WALKED_PAGES && next.find()) {
                String cursor = URLEncoder.encode(next.group(1), StandardCharsets.UTF_8);
                long start = System.nanoTime();
                exchange(connection, requests, "?cursor=" + cursor + "&" + order);
                nanos[walked++] = System.nanoTime() - start;
                next = NEXT.matcher(connection.body());
            }
        }
        long[] taken = Arrays.copyOf(nanos, walked);
        return Measured.of(taken, Duration.ofSeconds(1)).p50Millis();
    }

    private static void exchange(HttpConnection connection, Requests requests, String query) throws IOException {
        int status = connection.exchange(requests.request("GET", query, ""));
        if (status != 200) {
            throw new BenchmarkFailure("GET " + query + " was answered " + status + ": " + connection.body());
        }
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
