package org.contacts4j.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What came of some load.
 *
 * @param perSecond answers a second
 * @param p50Millis the time within which half of the answers came
 * @param p99Millis the time within which 99 of 100 answers came
 */
record Measured(double perSecond, double p50Millis, double p99Millis) {

    /** Of answers that took this long, in all of the time. */
    static Measured of(long[] nanos, Duration time) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Measured(sorted.length / (time.toNanos() / 1e9), millis(sorted, 0.5), millis(sorted, 0.99));
    }

    /** Of these rounds, the one in the middle by throughput. */
    static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Measured::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
