package org.contacts4j.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;

/** Closed-loop load: several connections, each of which sends its next request after the previous response. */
public final class Load implements AutoCloseable {

    private static final long GRACE_SECONDS = 15;

    private final List<HttpConnection> connections = new ArrayList<>();
    private final ExecutorService threads;
    private final SplittableRandom random;

    public Load(InetSocketAddress server, int connections, long seed) throws IOException {
        for (int i = 0; i < connections; i++) {
            this.connections.add(new HttpConnection(server));
        }
        threads = Executors.newFixedThreadPool(connections);
        random = new SplittableRandom(seed);
    }

    /**
     * Sends requests on all connections for this time.
     *
     * @throws BenchmarkFailure when a response has another status than expected, or is missing
     */
    public Measured run(Work work, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        List<Future<long[]>> workers = new ArrayList<>();
        for (HttpConnection connection : connections) {
            SplittableRandom own = random.split();
            workers.add(threads.submit(() -> work(connection, work, own, end)));
        }
        long[] nanos = workers.stream()
                .map(worker -> await(worker, work, time))
                .flatMapToLong(LongStream::of)
                .toArray();
        return Measured.of(nanos, time);
    }

    @Override
    public void close() {
        connections.forEach(HttpConnection::close);
        threads.shutdownNow();
    }

    private static long[] work(HttpConnection connection, Work work, SplittableRandom random, long end)
            throws IOException {
        long[] nanos = new long[1024];
        int count = 0;
        long now = System.nanoTime();
        while (now < end) {
            byte[] request = work.request().apply(random);
            long start = System.nanoTime();
            int status = connection.exchange(request);
            now = System.nanoTime();
            if (status != work.status()) {
                throw new BenchmarkFailure(work.name() + " was answered " + status + ": " + connection.body());
            }
            nanos = count < nanos.length ? nanos : Arrays.copyOf(nanos, 2 * count);
            nanos[count++] = now - start;
        }
        return Arrays.copyOf(nanos, count);
    }

    private static long[] await(Future<long[]> worker, Work work, Duration time) {
        try {
            return worker.get(time.toSeconds() + GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new BenchmarkFailure(work.name() + ": " + e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new BenchmarkFailure(work.name() + " is not answered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted");
        }
    }
}
