package org.contacts4j.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What came of some load.
 *
 * @param perSecond answers a second
 * @param nanos how long each answer took, ascending
 */
record Measured(double perSecond, long[] nanos) {

    static Measured of(long[] nanos, Duration time) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Measured(sorted.length / (time.toNanos() / 1e9), sorted);
    }

    /** Of these rounds, the one in the middle by throughput. */
    static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Measured::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    /** The time within which this share of the answers came. */
    double millis(double share) {
        return nanos.length == 0 ? Double.NaN : nanos[(int) (share * (nanos.length - 1))] / 1e6;
    }
}
