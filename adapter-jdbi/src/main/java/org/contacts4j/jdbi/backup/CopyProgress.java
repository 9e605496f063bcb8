package org.contacts4j.jdbi.backup;

/** Receives the progress of a copy. */
@FunctionalInterface
public interface CopyProgress {

    /**
     * Called when a step begins, and after every ten thousand rows of it.
     *
     * @param step what is being done, such as {@code copying contact}
     * @param rows the number of rows so far
     */
    void at(String step, long rows);
}
