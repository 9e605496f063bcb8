package org.contacts4j.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The result of a measurement.
 *
 * @param perSecond responses per second
 * @param p50Millis the median response time
 * @param p99Millis the 99th percentile of the response times
 */
public record Measured(double perSecond, double p50Millis, double p99Millis) {

    /** Returns the result of these response times, in nanoseconds, within the whole time. */
    public static Measured of(long[] nanos, Duration time) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Measured(sorted.length / (time.toNanos() / 1e9), millis(sorted, 0.5), millis(sorted, 0.99));
    }

    /** Returns the round with the median throughput. */
    public static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Measured::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
