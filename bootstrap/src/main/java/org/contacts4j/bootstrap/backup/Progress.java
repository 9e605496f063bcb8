package org.contacts4j.bootstrap.backup;

import java.io.PrintStream;

/** Prints the progress of a long command, at most once a second. */
public final class Progress {

    private static final long NANOS = 1_000_000_000L;

    private final PrintStream out;
    private long printedAt = System.nanoTime() - NANOS;

    /** Prints to this stream, usually standard error. */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /**
     * Shows a step. Prints nothing if anything was printed less than a second ago.
     *
     * @param done the amount of work that is done
     * @param total the amount of work of the step; 0 if it is not known
     */
    public void at(String step, long done, long total) {
        if (System.nanoTime() - printedAt >= NANOS) {
            printedAt = System.nanoTime();
            out.println(step + (total > 0 ? ": " + done + " of " + total : done > 0 ? ": " + done : ""));
        }
    }
}
