package org.contacts4j.benchmarks.measure;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.benchmarks.load.Load;
import org.contacts4j.benchmarks.load.Measured;
import org.contacts4j.benchmarks.load.MeasuredServer;
import org.contacts4j.benchmarks.load.Plan;
import org.contacts4j.benchmarks.load.Requests;
import org.contacts4j.benchmarks.load.Servers;
import org.contacts4j.benchmarks.load.TestDatabase;
import org.contacts4j.benchmarks.load.Work;
import org.jspecify.annotations.Nullable;

/** Comparison of the dialects' reads with the canonical API's, on the same server and the same rows, in turns. */
public final class DialectCosts {

    private static final int TURNS = 3;

    private final @Nullable TestDatabase database;
    private final Plan plan;
    private final Map<String, Map<String, List<Measured>>> results = new LinkedHashMap<>();

    /** Creates the measurement on this database, or in memory when it is null. */
    public DialectCosts(@Nullable TestDatabase database, Plan plan) {
        this.database = database;
        this.plan = plan;
    }

    /** Measures and prints the table. */
    public void run() throws IOException, SQLException {
        if (database != null) {
            List<GeneratedContacts> organizations = new ArrayList<>(plan.neighbours());
            organizations.add(plan.main());
            new Servers(database, plan).load(organizations);
        }
        for (int round = 1; round <= plan.rounds(); round++) {
            try (MeasuredServer server = server()) {
                measure(server, round);
            }
        }
        print();
    }

    private MeasuredServer server() throws IOException, SQLException {
        if (database == null) {
            return Servers.inMemory(plan);
        }
        database.settleUnused();
        return new Servers(database, plan).contacts4j();
    }

    private void measure(MeasuredServer server, int round) throws IOException {
        Requests canonical = Requests.toContacts4J(plan.main());
        Requests bottleCrm = dialect("/api/contacts");
        try (Load load = new Load(server.address(), plan.connections(), plan.seed() + round)) {
            Map<String, Work> byId = new LinkedHashMap<>();
            byId.put("canonical", canonical.getById());
            byId.put("BottleCRM", bottleCrm.getById());
            byId.put("Repzo", dialect("/client-contact").getById());
            byId.put("SPN", dialect("/contacts").getById());
            compare(load, round, "GET by id", byId);
            compare(
                    load,
                    round,
                    "page of 20",
                    Map.of(
                            "canonical",
                            canonical.firstPage("?limit=20"),
                            "BottleCRM",
                            bottleCrm.firstPage("?limit=20")));
            compare(
                    load,
                    round,
                    "page as long as usual",
                    Map.of("canonical", canonical.firstPage(""), "BottleCRM", bottleCrm.firstPage("")));
        }
    }

    private Requests dialect(String path) {
        Requests canonical = Requests.toContacts4J(plan.main());
        return new Requests(plan.main(), path, canonical.headers(), canonical.mediaType());
    }

    /** Measures the APIs in turns, so that changes in the machine's speed affect all of them. */
    private void compare(Load load, int round, String what, Map<String, Work> apis) {
        apis.values().forEach(work -> load.run(work, plan.warmUp()));
        for (int turn = 0; turn < TURNS; turn++) {
            apis.forEach((api, work) -> {
                Measured measured = load.run(work, plan.measured());
                results.computeIfAbsent(what, name -> new LinkedHashMap<>())
                        .computeIfAbsent(api, name -> new ArrayList<>())
                        .add(measured);
                System.out.printf("round %d  %-22s  %-10s  %,9.0f req/s%n", round, what, api, measured.perSecond());
            });
        }
    }

    private void print() {
        System.out.printf("%n| Work | API | req/s | To the canonical one |%n|---|---|---|---|%n");
        results.forEach((what, apis) -> apis.forEach((api, measured) -> {
            double perSecond = Measured.median(measured).perSecond();
            double canonical = Measured.median(apis.get("canonical")).perSecond();
            System.out.printf("| %s | %s | %,.0f | %.2f |%n", what, api, perSecond, perSecond / canonical);
        }));
    }
}
