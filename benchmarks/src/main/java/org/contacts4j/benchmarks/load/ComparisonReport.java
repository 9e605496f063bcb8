package org.contacts4j.benchmarks.load;

import java.io.PrintStream;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Prints the median rounds, their spread, and the ratios, as a Markdown table. */
record ComparisonReport(PrintStream out) {

    void print(Map<String, List<Measured>> ours, Map<String, List<Measured>> floors) {
        out.println();
        out.println("| Work | Contacts4J req/s (spread) | p50 ms | p99 ms | Floor req/s (spread) | p50 ms | p99 ms"
                + " | Ratio (spread) |");
        out.println("|---|---|---|---|---|---|---|---|");
        ours.forEach((work, rounds) -> out.printf(
                "| %s | %s | %s | %s |%n",
                work, side(rounds), side(floors.get(work)), ratio(rounds, floors.get(work))));
    }

    void printStarts(String on, List<ServerProcess> starts) {
        out.printf(
                "%nStart to ready on %s: %.2f s; resident then: %.0f MB (medians of %d)%n",
                on,
                median(starts, ServerProcess::secondsToReady),
                median(starts, ServerProcess::residentMegabytes),
                starts.size());
    }

    private static String side(List<Measured> rounds) {
        Measured median = Measured.median(rounds);
        DoubleSummaryStatistics all =
                rounds.stream().mapToDouble(Measured::perSecond).summaryStatistics();
        return "%,.0f (%,.0f-%,.0f) | %.2f | %.2f"
                .formatted(median.perSecond(), all.getMin(), all.getMax(), median.p50Millis(), median.p99Millis());
    }

    /** The ratio of the median rounds; its spread is over the rounds as they followed each other. */
    private static String ratio(List<Measured> ours, List<Measured> floors) {
        DoubleSummaryStatistics pairs = IntStream.range(0, ours.size())
                .mapToDouble(i -> ours.get(i).perSecond() / floors.get(i).perSecond())
                .summaryStatistics();
        double ratio =
                Measured.median(ours).perSecond() / Measured.median(floors).perSecond();
        return "%.2f (%.2f-%.2f)".formatted(ratio, pairs.getMin(), pairs.getMax());
    }

    private static double median(List<ServerProcess> starts, ToDoubleFunction<ServerProcess> figure) {
        return starts.stream().mapToDouble(figure).sorted().toArray()[starts.size() / 2];
    }
}
