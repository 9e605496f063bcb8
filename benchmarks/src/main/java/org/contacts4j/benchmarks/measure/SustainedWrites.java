package org.contacts4j.benchmarks.measure;

import static org.contacts4j.benchmarks.load.PacedRequests.millis;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.benchmarks.load.BenchmarkFailure;
import org.contacts4j.benchmarks.load.Load;
import org.contacts4j.benchmarks.load.Measured;
import org.contacts4j.benchmarks.load.MeasuredServer;
import org.contacts4j.benchmarks.load.PacedRequests;
import org.contacts4j.benchmarks.load.Plan;
import org.contacts4j.benchmarks.load.Requests;
import org.contacts4j.benchmarks.load.Servers;
import org.contacts4j.benchmarks.load.TestDatabase;

/**
 * Measurement of the first page of a list while other connections create contacts of the same organization as fast as they
 * can; on PostgreSQL. It also counts the blocks that PostgreSQL reads for the total of the list, which other load of the
 * machine does not change.
 */
public final class SustainedWrites {

    private static final Pattern BLOCKS = Pattern.compile("Buffers: shared hit=(\\d+)");

    private static final String TOTAL = """
            explain (analyze, buffers)
            select coalesce((select sum(total) from record_count
                    where organization_id = ? and kind = any('{contact.active,contact.inactive,contact.archived}')), 0)
                + coalesce((select sum(change) from counter_journal
                    where organization_id = ? and kind = any('{contact.active,contact.inactive,contact.archived}')), 0)
            """;

    private final TestDatabase database;
    private final Plan plan;

    public SustainedWrites(TestDatabase database, Plan plan) {
        this.database = database;
        this.plan = plan;
    }

    /** Measures and prints a line before the writes, one for each round of them, and one afterwards. */
    public void run() throws IOException, SQLException {
        Servers servers = new Servers(database, plan);
        servers.load(List.of(plan.main()));
        database.settle();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try (MeasuredServer server = servers.contacts4j();
                Connection connection = database.connect()) {
            Requests requests = Requests.toContacts4J(plan.main());
            PacedRequests quiet = new PacedRequests(server.address(), plan.seed());
            quiet.send(requests.firstPage(""), plan.warmUp());
            System.out.println(
                    "| Writes | Creations a second | First page: p50, p99, most ms | Blocks for the total |");
            System.out.println("|---|---|---|---|");
            print("before", 0, quiet.send(requests.firstPage(""), plan.measured()), blocks(connection));
            try (Load load = new Load(server.address(), plan.connections(), plan.seed())) {
                for (int round = 1; round <= plan.rounds(); round++) {
                    Future<Measured> created = writer.submit(() -> load.run(requests.create(), plan.measured()));
                    long[] nanos = quiet.send(requests.firstPage(""), plan.measured());
                    int blocks = blocks(connection);
                    print("round " + round, perSecond(created), nanos, blocks);
                }
            }
            print("after", 0, quiet.send(requests.firstPage(""), plan.measured()), blocks(connection));
        } finally {
            writer.shutdownNow();
        }
    }

    private static void print(String writes, double created, long[] nanos, int blocks) {
        System.out.printf(
                "| %s | %,.0f | %.1f, %.1f, %.1f | %d |%n",
                writes, created, millis(nanos, 0.5), millis(nanos, 0.99), millis(nanos, 1), blocks);
    }

    private static double perSecond(Future<Measured> created) {
        try {
            return created.get().perSecond();
        } catch (ExecutionException e) {
            throw new BenchmarkFailure("creations failed: " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted");
        }
    }

    private int blocks(Connection connection) throws SQLException {
        try (PreparedStatement total = connection.prepareStatement(TOTAL)) {
            total.setString(1, plan.main().organization().value());
            total.setString(2, plan.main().organization().value());
            try (ResultSet line = total.executeQuery()) {
                while (line.next()) {
                    Matcher blocks = BLOCKS.matcher(line.getString(1));
                    if (blocks.find()) {
                        return Integer.parseInt(blocks.group(1));
                    }
                }
            }
        }
        throw new BenchmarkFailure("the plan of the total names no blocks");
    }
}
