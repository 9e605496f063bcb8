package org.contacts4j.bootstrap.command;

import java.io.PrintStream;
import picocli.CommandLine.Help.Ansi;

/** Shows the progress of an import: as a progress bar on a terminal, otherwise as one line per 10 percent. */
final class ImportProgress {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean terminal;
    private long tenths = -1;

    private ImportProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static ImportProgress on(PrintStream out) {
        return new ImportProgress(out, Ansi.AUTO.enabled());
    }

    void show(ImportAnswer answer) {
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

    void end(ImportAnswer answer) {
        if (terminal) {
            show(answer);
            out.println();
        }
        String message = answer.text("message");
        out.println((message.isEmpty() ? "" : message + " ") + answer.number("created") + " created, "
                + answer.number("updated") + " updated, " + answer.number("skipped") + " skipped, "
                + answer.number("failed") + " failed");
    }
}
