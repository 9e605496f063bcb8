package org.contacts4j.benchmarks.load;

/** A failure that invalidates all results of the run. The message is for the operator of the load driver. */
public final class BenchmarkFailure extends RuntimeException {

    public BenchmarkFailure(String message) {
        super(message);
    }
}
