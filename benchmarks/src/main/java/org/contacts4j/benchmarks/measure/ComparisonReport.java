package org.contacts4j.benchmarks.measure;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.contacts4j.benchmarks.load.Measured;
import org.contacts4j.benchmarks.load.MeasuredServer;
import org.contacts4j.benchmarks.measure.Comparison.Pair;

/** Report of a comparison as a Markdown table: medians of all turns, and the median and quartiles of the ratios. */
record ComparisonReport(PrintStream out) {

    void print(Map<String, List<Pair>> pairs) {
        out.println();
        out.println("| Work | Contacts4J req/s | p50 ms | p99 ms | Floor req/s | p50 ms | p99 ms"
                + " | Ratio (half of the pairs) |");
        out.println("|---|---|---|---|---|---|---|---|");
        pairs.forEach((work, turns) -> out.printf(
                "| %s | %s | %s | %s |%n", work, side(turns, Pair::ours), side(turns, Pair::floor), ratio(turns)));
    }

    void printStarts(String on, List<MeasuredServer> starts) {
        out.printf(
                "%nStart to ready on %s: %.2f s; resident then: %.0f MB (medians of %d)%n",
                on,
                median(starts, MeasuredServer::secondsToReady),
                median(starts, MeasuredServer::residentMegabytes),
                starts.size());
    }

    private static String side(List<Pair> turns, Function<Pair, Measured> side) {
        Measured median = Measured.median(turns.stream().map(side).toList());
        return "%,.0f | %.2f | %.2f".formatted(median.perSecond(), median.p50Millis(), median.p99Millis());
    }

    private static String ratio(List<Pair> turns) {
        double[] ratios = turns.stream().mapToDouble(Pair::ratio).sorted().toArray();
        return "%.2f (%.2f-%.2f)".formatted(at(ratios, 0.5), at(ratios, 0.25), at(ratios, 0.75));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    private static double median(List<MeasuredServer> starts, ToDoubleFunction<MeasuredServer> figure) {
        return starts.stream().mapToDouble(figure).sorted().toArray()[starts.size() / 2];
    }
}
