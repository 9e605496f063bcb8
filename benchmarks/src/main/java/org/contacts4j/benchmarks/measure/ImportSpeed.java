package org.contacts4j.benchmarks.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.contacts4j.benchmarks.data.ContactFile;
import org.contacts4j.benchmarks.data.ContactTable;
import org.contacts4j.benchmarks.load.BenchmarkFailure;
import org.contacts4j.benchmarks.load.MeasuredServer;
import org.contacts4j.benchmarks.load.Plan;
import org.contacts4j.benchmarks.load.Servers;
import org.contacts4j.benchmarks.load.TestDatabase;
import org.contacts4j.benchmarks.load.Token;
import org.contacts4j.benchmarks.load.Work;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Comparison of an import over HTTP with a plain COPY, in turns; only on PostgreSQL. COPY writes the rows that the
 * import created into the same table with all of its indexes. The import also parses the file, validates the rows,
 * looks each of them up, and writes their events.
 */
public final class ImportSpeed {

    private final TestDatabase database;
    private final Plan plan;
    private final Servers servers;
    private final List<Double> ratios = new ArrayList<>();

    public ImportSpeed(TestDatabase database, Plan plan) {
        this.database = database;
        this.plan = plan;
        this.servers = new Servers(database, plan);
    }

    /** Measures and prints one line per round. An additional first round warms up the server. */
    public void run() throws IOException, SQLException {
        Path table = plan.folder().resolve("contacts.csv");
        ContactFile.write(plan.main(), table);
        System.out.printf("%,d rows, %.1f MB%n", plan.contacts(), Files.size(table) / 1e6);
        try (MeasuredServer server = servers.contacts4j()) {
            double before = server.residentMegabytes();
            measure(server, table, 0);
            double warm = server.peakResidentMegabytes();
            for (int round = 1; round <= plan.rounds(); round++) {
                measure(server, table, round);
            }
            System.out.printf(
                    "Resident memory: %.0f MB when ready, %.0f MB at most after the warm-up, %.0f MB at most in the end%n",
                    before, warm, server.peakResidentMegabytes());
        }
        System.out.printf("Ratios (wanted: 0.75 or more): %s%n", ratios);
    }

    private void measure(MeasuredServer server, Path table, int round) throws IOException, SQLException {
        database.settle();
        double imported = plan.contacts() / seconds(() -> upload(server, table, "imported-" + round));
        Path rows = plan.folder().resolve("rows-" + round);
        dump("imported-" + round, "copied-" + round, rows);
        database.settle();
        double copied = plan.contacts() / seconds(() -> copy(rows));
        Files.delete(rows);
        double ratio = Math.round(100 * imported / copied) / 100.0;
        System.out.printf(
                "round %d  import %,7.0f rows/s  COPY %,7.0f rows/s  ratio %.2f%n", round, imported, copied, ratio);
        if (round > 0) {
            ratios.add(ratio);
        }
    }

    private void upload(MeasuredServer server, Path table, String organization) throws IOException {
        String summary = server.send(Token.of(organization), "POST", "contacts/import", BodyPublishers.ofFile(table));
        if (!summary.contains("\"total\":" + plan.contacts() + ",")) {
            throw new BenchmarkFailure("the import was answered: " + summary);
        }
    }

    /** Writes the rows of an organization to a file, as rows of another organization. */
    private void dump(String organization, String other, Path file) throws SQLException, IOException {
        String rest = ContactTable.NAMES.substring("organization_id, ".length());
        String query = "copy (select '%s', %s from contact where organization_id = '%s') to stdout"
                .formatted(other, rest, organization);
        try (Connection connection = database.connect();
                OutputStream out = Files.newOutputStream(file)) {
            copying(connection).copyOut(query, out);
        }
    }

    private void copy(Path rows) throws SQLException, IOException {
        try (Connection connection = database.connect();
                InputStream in = Files.newInputStream(rows)) {
            copying(connection).copyIn("copy contact (" + ContactTable.NAMES + ") from stdin", in);
        }
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static double seconds(Work work) throws IOException, SQLException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, SQLException;
    }
}
