package org.contacts4j.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.benchmarks.data.GeneratedContacts;

/**
 * Contacts4J beside the floor: the same database, the same rows, the same requests, one after the other in rounds. Each
 * round starts both servers anew, so that the spread of the rounds holds the luck of a start as well.
 */
public final class Comparison {

    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FRESH_STARTS = 3;
    private static final int SAMPLE = 100;

    private final TestDatabase database;
    private final Plan plan;
    private final Servers servers;
    private final Map<String, List<Measured>> ours = new LinkedHashMap<>();
    private final Map<String, List<Measured>> floors = new LinkedHashMap<>();
    private final List<ServerProcess> starts = new ArrayList<>();

    public Comparison(TestDatabase database, Plan plan) {
        this.database = database;
        this.plan = plan;
        this.servers = new Servers(database, plan);
    }

    /** Measures and prints the table. */
    public void run() throws IOException, SQLException {
        List<ServerProcess> fresh = freshStarts();
        load();
        for (int round = 1; round <= plan.rounds(); round++) {
            measureFloor(round, measureOurs(round));
        }
        ComparisonReport report = new ComparisonReport(System.out);
        report.print(ours, floors);
        report.printStarts("an empty folder with default settings (H2)", fresh);
        report.printStarts("the loaded database", starts);
    }

    private List<ServerProcess> freshStarts() throws IOException {
        List<ServerProcess> fresh = new ArrayList<>();
        for (int i = 0; i < FRESH_STARTS; i++) {
            try (ServerProcess server = servers.freshContacts4j(i)) {
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

    /** What Contacts4J answers about some contacts at the end. */
    private List<JsonNode> measureOurs(int round) throws IOException, SQLException {
        database.settleUnused();
        try (ServerProcess server = servers.contacts4j()) {
            starts.add(server);
            Requests requests = Requests.toContacts4J(plan.main());
            tryOut(server.address(), requests);
            measure("Contacts4J", round, server, requests, ours);
            return answers(server.address(), requests);
        }
    }

    private void measureFloor(int round, List<JsonNode> answers) throws IOException, SQLException {
        database.settleUnused();
        try (ServerProcess server = servers.floor()) {
            Requests requests = Requests.toFloor(plan.main());
            mustBeTheSame(answers, answers(server.address(), requests));
            measure("floor", round, server, requests, floors);
        }
    }

    /** Fast answers are worth nothing unless they are right. */
    private static void tryOut(InetSocketAddress address, Requests requests) throws IOException {
        GeneratedContacts contacts = requests.contacts();
        try (HttpConnection connection = new HttpConnection(address)) {
            String id = contacts.id(0).toString();
            if (connection.exchange(requests.request("GET", "/" + id, "")) != 200
                    || !connection.body().contains(id)) {
                throw new FailedRun("the first contact is not found: " + connection.body());
            }
            connection.exchange(requests.request("GET", "", ""));
            Matcher total = TOTAL.matcher(connection.body());
            if (!total.find() || Integer.parseInt(total.group(1)) < contacts.count()) {
                throw new FailedRun("the first page does not count the contacts: " + connection.body());
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

    /** A floor that answers less would be measured for less. */
    private static void mustBeTheSame(List<JsonNode> ours, List<JsonNode> floors) {
        for (int n = 0; n < ours.size(); n++) {
            if (!ours.get(n).equals(floors.get(n))) {
                throw new FailedRun("the floor answers " + floors.get(n) + " instead of " + ours.get(n));
            }
        }
    }

    private void measure(
            String who, int round, ServerProcess server, Requests requests, Map<String, List<Measured>> results)
            throws IOException {
        try (Load load = new Load(server.address(), plan.connections(), plan.seed() + round)) {
            for (Work work : requests.all().stream().filter(plan::wants).toList()) {
                load.run(work, plan.warmUp());
                Measured measured = load.run(work, plan.measured());
                results.computeIfAbsent(work.name(), name -> new ArrayList<>()).add(measured);
                System.out.printf(
                        "round %d  %-10s  %-16s  %,9.0f req/s%n", round, who, work.name(), measured.perSecond());
            }
        }
    }
}
