package org.contacts4j.bootstrap.backup;

import java.io.PrintStream;

/** Prints the progress of a long command, at most once a second. */
public final class Progress {

    private static final long NANOS = 1_000_000_000L;

    private final PrintStream out;
    private String step = "";
    private long printedAt;

    /** Prints to this stream, usually standard error. */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /**
     * Shows a step. Prints nothing if the same step was printed less than a second ago.
     *
     * @param total the amount of work of the step; 0 if it is not known
     */
    public void at(String now, long done, long total) {
        if (now.equals(step) && System.nanoTime() - printedAt < NANOS) {
            return;
        }
        step = now;
        printedAt = System.nanoTime();
        out.println(now + (total > 0 ? ": " + done + " of " + total : done > 0 ? ": " + done : ""));
    }
}
