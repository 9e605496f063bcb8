package org.contacts4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.contacts4j.benchmarks.load.BenchmarkFailure;
import org.contacts4j.benchmarks.load.Plan;
import org.contacts4j.benchmarks.load.TestDatabase;
import org.contacts4j.benchmarks.measure.Comparison;
import org.contacts4j.benchmarks.measure.DialectCosts;
import org.contacts4j.benchmarks.measure.ExportSpeed;
import org.contacts4j.benchmarks.measure.Fairness;
import org.contacts4j.benchmarks.measure.ImportSpeed;
import org.contacts4j.benchmarks.measure.PageCosts;
import org.contacts4j.benchmarks.measure.RefusalCosts;
import org.contacts4j.benchmarks.measure.SearchCosts;
import org.contacts4j.benchmarks.measure.SustainedWrites;
import org.contacts4j.benchmarks.measure.WebhookSpeed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The load driver: measures the whole server over HTTP. See the README beside it. */
@Command(
        name = "LoadDriver",
        description = "Measures Contacts4J over HTTP, beside a hand-written floor.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
public final class LoadDriver implements Callable<Integer> {

    /** The databases that the driver can start itself. */
    private enum Own {
        H2,
        POSTGRESQL,
        /** No database; only with --dialects or --refusals. */
        MEMORY
    }

    @Parameters(arity = "0..1", description = "Database to start: ${COMPLETION-CANDIDATES}", defaultValue = "H2")
    private Own own = Own.H2;

    @Option(names = "--scale", description = "Measure what pages cost by size and place instead")
    private boolean scale;

    @Option(names = "--search", description = "Measure searches and filters beside hand-written SQL instead")
    private boolean search;

    @Option(names = "--import", description = "Measure an import beside a plain COPY instead; on PostgreSQL")
    private boolean imports;

    @Option(names = "--dialects", description = "Measure a dialect's reads beside the canonical API's instead")
    private boolean dialects;

    @Option(names = "--refusals", description = "Measure what refusing hostile bodies costs instead; in memory")
    private boolean refusals;

    @Option(names = "--webhooks", description = "Measure how fast waiting messages to a webhook leave instead")
    private boolean webhooks;

    @Option(names = "--fairness", description = "Measure what one organization notices of another one instead")
    private boolean fairness;

    @Option(names = "--sustained", description = "Measure pages during sustained creations instead; on PostgreSQL")
    private boolean sustained;

    @Option(names = "--export", description = "Measure an export beside a plain COPY instead; on PostgreSQL")
    private boolean exports;

    @Option(names = "--db-url", description = "An empty database to use instead of starting one; it is filled")
    private @Nullable String url;

    @Option(names = "--db-user", description = "Its user")
    private @Nullable String user;

    @Option(names = "--db-password", description = "Its password")
    private @Nullable String password;

    @Option(names = "--server-jar", description = "Contacts4J", defaultValue = "bootstrap/target/contacts4j.jar")
    private Path serverJar = Path.of("");

    @Option(names = "--folder", description = "Where databases are kept while they last; a real disk")
    private Path folder = Path.of("benchmarks/target");

    @Option(
            names = "--contacts",
            description =
                    "In the organization that is measured: 100,000, with --scale, --search, --fairness or --export 1,000,000, with --webhooks 10,000")
    private @Nullable Integer contacts;

    @Option(names = "--connections", description = "How many call at once", defaultValue = "16")
    private int connections;

    @Option(names = "--rounds", description = "How often all is measured", defaultValue = "3")
    private int rounds;

    @Option(names = "--warm-up", description = "Seconds before each measurement: 40, beside the floor 90")
    private @Nullable Integer warmUp;

    @Option(
            names = "--seconds",
            description =
                    "Of each measurement: 10, beside the floor 4, with --scale or --search 2, with --sustained 60")
    private @Nullable Integer seconds;

    @Option(names = "--seed", description = "Of the made-up contacts", defaultValue = "1")
    private long seed;

    @Option(names = "--only", split = ",", description = "Kinds of requests to measure alone, such as create,update")
    private List<String> only = List.of();

    /** Runs the driver. Exits with 1 when a measurement fails. */
    public static void main(String[] args) {
        CommandLine command = new CommandLine(new LoadDriver()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(command.execute(args));
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (own == Own.MEMORY && !dialects && !refusals) {
            System.err.println("FAILED: memory can be measured with --dialects or --refusals alone");
            return 2;
        }
        Path temporary = Files.createTempDirectory(Files.createDirectories(folder), "load");
        try (TestDatabase database = database(temporary)) {
            run(database, plan(temporary));
            return 0;
        } catch (BenchmarkFailure failure) {
            System.err.println("FAILED: " + failure.getMessage());
            return 1;
        } finally {
            delete(temporary);
        }
    }

    private void run(TestDatabase database, Plan plan) throws IOException, SQLException {
        System.out.printf("%s%n%s%n", plan, own == Own.MEMORY ? "in memory" : database.url());
        if (refusals) {
            new RefusalCosts(plan).run();
        } else if (imports) {
            new ImportSpeed(database, plan).run();
        } else if (exports) {
            new ExportSpeed(database, plan).run();
        } else if (sustained) {
            new SustainedWrites(database, plan).run();
        } else if (webhooks) {
            new WebhookSpeed(database, plan).run();
        } else if (fairness) {
            new Fairness(database, plan).run();
        } else if (scale) {
            new PageCosts(database, plan).run();
        } else if (dialects) {
            new DialectCosts(own == Own.MEMORY ? null : database, plan).run();
        } else if (search) {
            new SearchCosts(database, plan).run();
        } else {
            new Comparison(database, plan).run();
        }
    }

    private TestDatabase database(Path temporary) throws IOException {
        if (url != null) {
            return TestDatabase.given(url, user, password);
        }
        if (own == Own.POSTGRESQL) {
            return TestDatabase.postgresql(temporary);
        }
        return TestDatabase.h2(temporary);
    }

    private Plan plan(Path temporary) {
        int usualContacts =
                refusals ? 1_000 : webhooks ? 10_000 : scale || search || fairness || exports ? 1_000_000 : 100_000;
        boolean besideFloor = !(webhooks || scale || search || dialects || imports || exports || sustained || fairness);
        int usualWarmUp = besideFloor ? 90 : 40;
        int usualSeconds = sustained ? 60 : scale || search ? 2 : besideFloor ? 4 : 10;
        return new Plan(
                serverJar.toAbsolutePath(),
                temporary.toAbsolutePath(),
                contacts == null ? usualContacts : contacts,
                connections,
                rounds,
                Duration.ofSeconds(warmUp == null ? usualWarmUp : warmUp),
                Duration.ofSeconds(seconds == null ? usualSeconds : seconds),
                seed,
                only);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
