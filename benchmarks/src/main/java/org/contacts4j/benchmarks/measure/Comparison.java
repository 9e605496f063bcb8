package org.contacts4j.benchmarks.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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
 * Comparison of Contacts4J with the baseline server. Both run at the same time on the same rows, and the same driver
 * sends the same requests to them in turns. Other load on the machine affects both, so the ratio of two successive
 * turns is more reliable than that of two runs. Each round restarts both servers, since results also vary between
 * starts.
 */
public final class Comparison {

    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FRESH_STARTS = 3;
    private static final int SAMPLE = 100;
    private static final int TURNS = 10;

    private final TestDatabase database;
    private final Plan plan;
    private final Servers servers;
    private final Map<String, List<Pair>> pairs = new LinkedHashMap<>();
    private final List<MeasuredServer> starts = new ArrayList<>();

    public Comparison(TestDatabase database, Plan plan) {
        this.database = database;
        this.plan = plan;
        this.servers = new Servers(database, plan);
    }

    /** Measures and prints the table. */
    public void run() throws IOException, SQLException {
        List<MeasuredServer> fresh = freshStarts();
        load();
        for (int round = 1; round <= plan.rounds(); round++) {
            measure(round);
        }
        ComparisonReport report = new ComparisonReport(System.out);
        report.print(pairs);
        report.printStarts("an empty folder with default settings (H2)", fresh);
        report.printStarts("the loaded database", starts);
    }

    private List<MeasuredServer> freshStarts() throws IOException {
        List<MeasuredServer> fresh = new ArrayList<>();
        for (int i = 0; i < FRESH_STARTS; i++) {
            try (MeasuredServer server = servers.freshContacts4j(i)) {
                fresh.add(server);
            }
        }
        return fresh;
    }

    private void load() throws SQLException, IOException {
        List<GeneratedContacts> organizations = new ArrayList<>(plan.neighbours());
        organizations.add(plan.main());
        servers.load(organizations);
    }

    private void measure(int round) throws IOException, SQLException {
        database.settleUnused();
        TestDatabase floorDatabase = database.forAnother(plan.folder().resolve("floor-" + round));
        try (MeasuredServer ours = servers.contacts4j();
                MeasuredServer floor = servers.floor(floorDatabase)) {
            starts.add(ours);
            Requests toOurs = Requests.toContacts4J(plan.main());
            Requests toFloor = Requests.toFloor(plan.main());
            tryOut(ours.address(), toOurs);
            mustBeTheSame(answers(ours.address(), toOurs), answers(floor.address(), toFloor));
            inTurns(round, ours, toOurs.all(), floor, toFloor.all());
        }
    }

    /** Verifies that the server returns correct responses, without which its speed is meaningless. */
    private static void tryOut(InetSocketAddress address, Requests requests) throws IOException {
        GeneratedContacts contacts = requests.contacts();
        try (HttpConnection connection = new HttpConnection(address)) {
            String id = contacts.id(0).toString();
            if (connection.exchange(requests.request("GET", "/" + id, "")) != 200
                    || !connection.body().contains(id)) {
                throw new BenchmarkFailure("the first contact is not found: " + connection.body());
            }
            connection.exchange(requests.request("GET", "", ""));
            Matcher total = TOTAL.matcher(connection.body());
            if (!total.find() || Integer.parseInt(total.group(1)) < contacts.count()) {
                throw new BenchmarkFailure("the first page does not count the contacts: " + connection.body());
            }
        }
    }

    private static List<JsonNode> answers(InetSocketAddress address, Requests requests) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        try (HttpConnection connection = new HttpConnection(address)) {
            for (int n = 0; n < Math.min(SAMPLE, requests.contacts().count()); n++) {
                connection.exchange(
                        requests.request("GET", "/" + requests.contacts().id(n), ""));
                answers.add(JSON.readTree(connection.body()));
            }
        }
        return answers;
    }

    /** Verifies that both servers return the same JSON. A baseline that returns less would have less work. */
    private static void mustBeTheSame(List<JsonNode> ours, List<JsonNode> floors) {
        for (int n = 0; n < ours.size(); n++) {
            if (!ours.get(n).equals(floors.get(n))) {
                throw new BenchmarkFailure("the floor answers " + floors.get(n) + " instead of " + ours.get(n));
            }
        }
    }

    private void inTurns(int round, MeasuredServer ours, List<Work> toOurs, MeasuredServer floor, List<Work> toFloor)
            throws IOException {
        SplittableRandom random = new SplittableRandom(plan.seed() + round);
        for (int kind = 0; kind < toOurs.size(); kind++) {
            Caller our = new Caller(ours.address(), toOurs.get(kind), plan.connections(), random.split());
            Caller floors = new Caller(floor.address(), toFloor.get(kind), plan.connections(), random.split());
            if (plan.wants(our.work())) {
                our.call(plan.warmUp());
                floors.call(plan.warmUp());
                for (int turn = 0; turn < TURNS; turn++) {
                    note(round, our.work(), Pair.of(our, floors, random.nextBoolean(), plan.measured()));
                }
            }
        }
    }

    private void note(int round, Work work, Pair pair) {
        pairs.computeIfAbsent(work.name(), name -> new ArrayList<>()).add(pair);
        System.out.printf(
                "round %d  %-16s  Contacts4J %,9.0f req/s  floor %,9.0f req/s  %.2f%n",
                round, work.name(), pair.ours().perSecond(), pair.floor().perSecond(), pair.ratio());
    }

    /** One kind of request to one server. Each turn opens new connections, since servers close idle ones. */
    private record Caller(InetSocketAddress server, Work work, int connections, SplittableRandom random) {

        Measured call(Duration time) throws IOException {
            try (Load load = new Load(server, connections, random.nextLong())) {
                return load.run(work, time);
            }
        }
    }

    /** Two successive turns. */
    record Pair(Measured ours, Measured floor) {

        private static Pair of(Caller ours, Caller floor, boolean floorFirst, Duration time) throws IOException {
            if (floorFirst) {
                Measured first = floor.call(time);
                return new Pair(ours.call(time), first);
            }
            return new Pair(ours.call(time), floor.call(time));
        }

        double ratio() {
            return ours.perSecond() / floor.perSecond();
        }
    }
}
