package org.contacts4j.bootstrap.transfer;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Shows the progress of an import: as a progress bar on a terminal, otherwise as one line per 10 percent. */
public final class ImportProgress {

    private static final int WIDTH = 40;
    private static final int LISTED_WARNINGS = 5;

    private final PrintStream out;
    private final boolean terminal;
    private long tenths = -1;

    private ImportProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Returns a display on this stream. */
    public static ImportProgress on(PrintStream out) {
        return new ImportProgress(out, Ansi.AUTO.enabled());
    }

    /** Shows how many rows are done. */
    public void show(ServerAnswer answer) {
        long rows = answer.number("rows");
        long done = answer.number("total");
        if (terminal) {
            int filled = rows == 0 ? 0 : (int) (WIDTH * done / rows);
            out.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done + " of " + rows + " ");
            out.flush();
        } else if (rows > 0 && 10 * done / rows > tenths) {
            tenths = 10 * done / rows;
            out.println(done + " of " + rows + " rows");
        }
    }

    /** Prints the result. */
    public void end(ServerAnswer answer) {
        if (terminal) {
            show(answer);
            out.println();
        }
        String message = answer.text("message");
        out.println((message.isEmpty() ? "" : message + " ") + answer.number("created") + " created, "
                + answer.number("updated") + " updated, " + answer.number("skipped") + " skipped, "
                + answer.number("failed") + " failed");
        printWarnings(answer);
    }

    /** Prints the number of warnings and the first ones, without control characters that a file may contain. */
    private void printWarnings(ServerAnswer answer) {
        long count = answer.number("warningCount");
        List<String> first = answer.warnings(LISTED_WARNINGS);
        if (count > 0) {
            out.println(count + (count == 1 ? " warning:" : " warnings:"));
            first.forEach(warning -> out.println("  " + warning.replaceAll("\\p{Cntrl}+", " ")));
        }
        if (count > first.size()) {
            out.println("  and " + (count - first.size()) + " more: GET /api/v1/imports/" + answer.text("id"));
        }
    }
}
