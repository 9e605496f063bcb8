package org.contacts4j.benchmarks.measure;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.benchmarks.data.ContactTable;
import org.contacts4j.benchmarks.load.BenchmarkFailure;
import org.contacts4j.benchmarks.load.LineCount;
import org.contacts4j.benchmarks.load.MeasuredServer;
import org.contacts4j.benchmarks.load.Plan;
import org.contacts4j.benchmarks.load.Servers;
import org.contacts4j.benchmarks.load.TestDatabase;
import org.contacts4j.benchmarks.load.Token;
import org.postgresql.PGConnection;

/**
 * Comparison of an export over HTTP with a plain COPY of the same columns, in turns; only on PostgreSQL. Both are
 * received by this process and discarded. The export also joins companies, and writes tables that imports restore.
 */
public final class ExportSpeed {

    /** The columns that the database derives from others, and that an export does not contain. */
    private static final Set<String> DERIVED = Set.of(
            "organization_id",
            "sort_name",
            "search_text",
            "filter_keys",
            "notes_key",
            "match_keys",
            "tag_keys",
            "tag_weeks");

    private final TestDatabase database;
    private final Plan plan;
    private final Servers servers;
    private final List<Double> ratios = new ArrayList<>();

    public ExportSpeed(TestDatabase database, Plan plan) {
        this.database = database;
        this.plan = plan;
        this.servers = new Servers(database, plan);
    }

    /** Measures and prints one line per round. An additional first round warms up the server. */
    public void run() throws IOException, SQLException {
        servers.load(List.of(plan.main()));
        try (MeasuredServer server = servers.contacts4j()) {
            double before = server.residentMegabytes();
            for (int round = 0; round <= plan.rounds(); round++) {
                measure(server, round);
            }
            System.out.printf(
                    "Resident memory: %.0f MB when ready, %.0f MB at most (wanted: 100 MB more)%n",
                    before, server.peakResidentMegabytes());
        }
        System.out.printf("Ratios (wanted: 0.50 or more): %s%n", ratios);
    }

    private void measure(MeasuredServer server, int round) throws IOException, SQLException {
        long start = System.nanoTime();
        long lines = server.countLines(Token.of("measured"), "contacts/export");
        double exported = plan.contacts() / ((System.nanoTime() - start) / 1e9);
        if (lines < plan.contacts()) {
            throw new BenchmarkFailure("the export has " + lines + " lines");
        }
        double copied = plan.contacts() / copySeconds();
        double ratio = Math.round(100 * exported / copied) / 100.0;
        System.out.printf(
                "round %d  export %,7.0f rows/s  COPY %,7.0f rows/s  ratio %.2f%n", round, exported, copied, ratio);
        if (round > 0) {
            ratios.add(ratio);
        }
    }

    private double copySeconds() throws SQLException, IOException {
        String columns = ContactTable.COLUMNS.stream()
                .map(ContactTable.Column::name)
                .filter(name -> !DERIVED.contains(name))
                .collect(Collectors.joining(", "));
        String copy = "copy (select " + columns
                + " from contact where organization_id = 'measured' order by organization_id, id) to stdout csv";
        try (Connection connection = database.connect()) {
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, new LineCount());
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
