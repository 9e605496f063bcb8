package org.contacts4j.application.importing.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.contacts4j.domain.ContactsFailure;

/** A retry policy for an unavailable store. Waits double from 100 ms to 5 s, for at most 30 s in total. */
public record StoreRetry(Clock clock, Sleep sleep) {

    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Returns a retry that sleeps in real time. */
    public static StoreRetry by(Clock clock) {
        return new StoreRetry(clock, wait -> Thread.sleep(wait.toMillis()));
    }

    /**
     * Runs {@code first}, and {@code again} for each further attempt.
     *
     * @throws ContactsFailure.Unavailable the last failure, if the store stays unavailable or this thread is
     *     interrupted
     */
    public <T> T run(Supplier<T> first, Supplier<T> again) {
        Instant end = clock.instant().plus(LONGEST);
        Supplier<T> work = first;
        Duration waited = Duration.ZERO;
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                return work.get();
            } catch (ContactsFailure.Unavailable e) {
                waited = waited.plus(wait);
                if (waited.compareTo(LONGEST) > 0 || clock.instant().plus(wait).isAfter(end) || !sleeps(wait)) {
                    throw e;
                }
            }
            work = again;
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    /** Returns false if the wait was interrupted. */
    private boolean sleeps(Duration wait) {
        try {
            sleep.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A way to wait; tests replace it. */
    @FunctionalInterface
    interface Sleep {

        /** Returns after this duration. */
        void sleep(Duration wait) throws InterruptedException;
    }
}
