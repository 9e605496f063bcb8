package org.contacts4j.benchmarks.load;

/** Something went wrong that makes all figures worthless; the message is for whoever measures. */
public final class FailedRun extends RuntimeException {

    FailedRun(String message) {
        super(message);
    }
}
