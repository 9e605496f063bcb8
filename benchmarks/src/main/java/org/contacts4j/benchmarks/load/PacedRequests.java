package org.contacts4j.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The requests of a quiet client: one connection, and a pause of 20 ms after each response, which is at most 50 requests per
 * second.
 */
public record PacedRequests(InetSocketAddress server, long seed) {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /**
     * Sends requests for this time. Returns the response times in nanoseconds, in ascending order.
     *
     * @throws BenchmarkFailure when a response has another status than expected
     */
    public long[] send(Work work, Duration time) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        long[] nanos = new long[(int) (time.toNanos() / PAUSE_NANOS) + 1];
        int count = 0;
        try (HttpConnection http = new HttpConnection(server)) {
            for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; count++) {
                byte[] request = work.request().apply(random);
                long start = System.nanoTime();
                int status = http.exchange(request);
                nanos[count] = System.nanoTime() - start;
                if (status != work.status()) {
                    throw new BenchmarkFailure(work.name() + " was answered " + status + ": " + http.body());
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Returns a percentile of response times in milliseconds. */
    public static double millis(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
