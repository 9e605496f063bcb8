package org.contacts4j.benchmarks.micro;

import java.net.InetAddress;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.limit.LimitScope;
import org.contacts4j.http.limit.RateLimiter;
import org.contacts4j.http.limit.RateLimits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Benchmark of counting a request in memory, with the headers that report the quota. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LimitBenchmark {

    private static final int PLENTY = 1_000_000_000;
    private static final int ORGANIZATIONS = 1024;

    private final InetAddress client = InetAddress.getLoopbackAddress();
    private RateLimiter limiter;

    /** The callers of a thread. */
    @State(Scope.Thread)
    public static class Callers {

        private final Mix<Caller> many = Mix.of(ORGANIZATIONS, n -> Caller.member("org_" + n, "ada"));
        private final Caller one = Caller.member("acme", "ada");
    }

    @Setup
    public void start() {
        limiter = RateLimiter.start(
                new RateLimits(PLENTY, PLENTY, PLENTY, PLENTY, null), new BackgroundTasks(Clock.systemUTC()));
    }

    @TearDown
    public void stop() {
        limiter.close();
    }

    @Benchmark
    public void manyOrganizations(Callers callers, Blackhole headers) {
        limiter.count(LimitScope.ORGANIZATION, callers.many.next(), client, (name, value) -> headers.consume(value));
    }

    @Benchmark
    @Group("oneOrganizationOnTwoProcessors")
    @GroupThreads(2)
    public void oneOrganization(Callers callers, Blackhole headers) {
        limiter.count(LimitScope.ORGANIZATION, callers.one, client, (name, value) -> headers.consume(value));
    }

    @Benchmark
    public void address(Blackhole headers) {
        limiter.count(LimitScope.ADDRESS, null, client, (name, value) -> headers.consume(value));
    }
}
