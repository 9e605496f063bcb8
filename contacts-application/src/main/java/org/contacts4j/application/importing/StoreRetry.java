package org.contacts4j.application.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.contacts4j.domain.ContactsFailure;

/** Repeats work while the store is unavailable, with waits that double from 100 ms to 5 s, for up to 30 s in all. */
record StoreRetry(Clock clock, Sleep sleep) {

    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Waits by the clock of the machine. */
    static StoreRetry by(Clock clock) {
        return new StoreRetry(clock, wait -> Thread.sleep(wait.toMillis()));
    }

    /**
     * Runs the first work, and the second for each further attempt.
     *
     * @throws ContactsFailure.Unavailable the last one, when the store stays unavailable or this thread is interrupted
     */
    <T> T run(Supplier<T> first, Supplier<T> again) {
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

    /** Whether the wait ended by itself. */
    private boolean sleeps(Duration wait) {
        try {
            sleep.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How a wait passes. */
    @FunctionalInterface
    interface Sleep {

        /** Returns after this time. */
        void sleep(Duration wait) throws InterruptedException;
    }
}
