package org.contacts4j.benchmarks.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.benchmarks.data.GeneratedContacts;

/** What a dialect's reads cost beside the canonical API's: the same server, the same rows, in turns within each round. */
public final class DialectCosts {

    private final TestDatabase database;
    private final Plan plan;
    private final Servers servers;
    private final Map<String, List<Measured>> canonical = new LinkedHashMap<>();
    private final Map<String, List<Measured>> dialect = new LinkedHashMap<>();

    public DialectCosts(TestDatabase database, Plan plan) {
        this.database = database;
        this.plan = plan;
        this.servers = new Servers(database, plan);
    }

    /** Measures and prints the table. */
    public void run() throws IOException, SQLException {
        List<GeneratedContacts> organizations = new ArrayList<>(plan.neighbours());
        organizations.add(plan.main());
        servers.load(organizations);
        for (int round = 1; round <= plan.rounds(); round++) {
            database.settle();
            try (ServerProcess server = servers.contacts4j()) {
                measure(server, round);
            }
        }
        print();
    }

    private void measure(ServerProcess server, int round) throws IOException {
        Requests canonicals = Requests.toContacts4J(plan.main());
        Requests dialects = new Requests(plan.main(), "/api/contacts", canonicals.headers());
        try (Load load = new Load(server.address(), plan.connections(), plan.seed() + round)) {
            compare(load, round, canonicals.getById(), dialects.getById());
            compare(load, round, canonicals.firstPage("?limit=20"), dialects.firstPage("?limit=20"));
            compare(load, round, usual(canonicals), usual(dialects));
            compareGetById(load, round, "SPN", "/contacts");
        }
    }

    /** The same question to another dialect, which has its contacts at this path. */
    private void compareGetById(Load load, int round, String dialect, String path) {
        Requests canonicals = Requests.toContacts4J(plan.main());
        Requests dialects = new Requests(plan.main(), path, canonicals.headers());
        String name = "GET by id (" + dialect + ")";
        compare(load, round, named(name, canonicals.getById()), named(name, dialects.getById()));
    }

    /** As many as the API gives when nobody says how many. */
    private static Work usual(Requests requests) {
        return named("first page", requests.firstPage(""));
    }

    private static Work named(String name, Work work) {
        return new Work(name, work.status(), work.request());
    }

    private void compare(Load load, int round, Work ofCanonical, Work ofDialect) {
        load.run(ofCanonical, plan.warmUp());
        load.run(ofDialect, plan.warmUp());
        keep(canonical, "canonical", round, ofCanonical, load.run(ofCanonical, plan.measured()));
        keep(dialect, "dialect", round, ofDialect, load.run(ofDialect, plan.measured()));
    }

    private static void keep(Map<String, List<Measured>> results, String who, int round, Work work, Measured measured) {
        results.computeIfAbsent(work.name(), name -> new ArrayList<>()).add(measured);
        System.out.printf("round %d  %-10s  %-16s  %,9.0f req/s%n", round, who, work.name(), measured.perSecond());
    }

    private void print() {
        System.out.printf("%n| Work | Canonical req/s | Dialect req/s | Ratio |%n|---|---|---|---|%n");
        canonical.forEach((work, rounds) -> {
            double theirs = Measured.median(rounds).perSecond();
            double ours = Measured.median(dialect.get(work)).perSecond();
            System.out.printf("| %s | %,.0f | %,.0f | %.2f |%n", work, theirs, ours, ours / theirs);
        });
    }
}
