package org.contacts4j.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/** Runs work many times on sixteen threads that start at once. */
public final class Parallel {

    private static final int THREADS = 16;

    private Parallel() {}

    /** Runs {@code work} with 0 to {@code times - 1}. Returns the exceptions it threw, in no particular order. */
    public static List<Throwable> failuresOf(int times, IntConsumer work) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                Callable<Boolean> run = () -> {
                    start.await();
                    work.accept(number);
                    return true;
                };
                runs.add(threads.submit(run));
            }
            start.countDown();
            return failuresOf(runs);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Throwable> failuresOf(List<Future<?>> runs) {
        List<Throwable> failures = new ArrayList<>();
        for (Future<?> run : runs) {
            try {
                run.get(60, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            } catch (InterruptedException | TimeoutException e) {
                throw new AssertionError("the work did not end", e);
            }
        }
        return failures;
    }
}
