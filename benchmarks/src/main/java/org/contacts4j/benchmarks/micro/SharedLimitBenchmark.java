package org.contacts4j.benchmarks.micro;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.benchmarks.load.TestDatabase;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.limit.LimitScope;
import org.contacts4j.http.limit.RateLimiter;
import org.contacts4j.http.limit.RateLimits;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Benchmark of counting a request in PostgreSQL: one by one, as with the default limits, and in leases of several, as
 * with high limits.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(8)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SharedLimitBenchmark {

    private static final int PLENTY = 1_000_000_000;

    /** Organizations per thread; so many that none exceeds the default limits. */
    private static final int ORGANIZATIONS = 2048;

    private final InetAddress client = InetAddress.getLoopbackAddress();
    private TestDatabase database;
    private JdbiStore store;
    private RateLimiter usual;
    private RateLimiter plenty;

    /** The callers of a thread. */
    @State(Scope.Thread)
    public static class Callers {

        private final Mix<Caller> many =
                Mix.of(ORGANIZATIONS, n -> Caller.member(Thread.currentThread().getId() + "_" + n, "ada"));
        private final Caller one = Caller.member("acme", "ada");
    }

    @Setup
    public void start() throws IOException {
        database = TestDatabase.postgresql(Files.createTempDirectory("contacts4j-limits-"));
        store = JdbiStore.open(DatabaseSettings.of(database.url(), "postgres", null));
        usual = RateLimiter.start(limits(1_000, 100), new BackgroundTasks(Clock.systemUTC()));
        plenty = RateLimiter.start(limits(PLENTY, PLENTY), new BackgroundTasks(Clock.systemUTC()));
    }

    private RateLimits limits(int perHour, int perMinute) {
        return new RateLimits(
                perHour, perMinute, PLENTY, PLENTY, store.sharedStates().orElseThrow());
    }

    @TearDown
    public void stop() throws IOException {
        usual.close();
        plenty.close();
        store.close();
        database.close();
    }

    @Benchmark
    public void usualLimits(Callers callers, Blackhole headers) {
        usual.count(LimitScope.ORGANIZATION, callers.many.next(), client, (name, value) -> headers.consume(value));
    }

    @Benchmark
    public void highLimits(Callers callers, Blackhole headers) {
        plenty.count(LimitScope.ORGANIZATION, callers.one, client, (name, value) -> headers.consume(value));
    }
}
