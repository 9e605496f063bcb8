package org.contacts4j.jdbi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.OrganizationId;

/**
 * A semaphore that grants its permits to organizations in turn. An organization holds at most its share, so that a
 * permit stays free for others however long its work takes. An organization whose last work was quick may hold all
 * permits, because others then wait only briefly. Thread-safe.
 */
final class FairSemaphore {

    /**
     * The limits of a semaphore.
     *
     * @param all the permits that are held at once in total
     * @param ofOne the permits that one organization holds at once; {@code all} when its last work was quick
     * @param quickMillis work is quick when it holds its permit for less than this
     * @param waiting the threads that may wait behind slow work of one organization; further threads are rejected at
     *     once
     * @param slowMillis work is slow when no permit was granted to its organization for this long
     * @param waitMillis the longest wait for a permit
     */
    record Limits(int all, int ofOne, long quickMillis, int waiting, long slowMillis, long waitMillis) {}

    private final Limits limits;
    private final String refusal;
    private final ReentrantLock lock = new ReentrantLock();

    /** In turn order: an organization that is granted a permit moves to the end. */
    private final Map<OrganizationId, Line> lines = new LinkedHashMap<>();

    private int held;
    private long granted;

    /** Creates a semaphore with these limits. {@code refusal} is the error message for callers that get no permit. */
    FairSemaphore(Limits limits, String refusal) {
        this.limits = limits;
        this.refusal = refusal;
    }

    /**
     * Waits for a permit, which the caller must close.
     *
     * @throws ContactsFailure.Unavailable when too many threads wait for this organization, or the wait is too long
     */
    Permit acquire(OrganizationId organization) {
        CompletableFuture<Permit> turn = new CompletableFuture<>();
        locked(() -> enter(organization, turn));
        try {
            return turn.get(limits.waitMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return leave(organization, turn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return leave(organization, turn);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a permit, which the caller must close; empty when the caller would have to wait for it. */
    Optional<Permit> acquireNow(OrganizationId organization) {
        CompletableFuture<Permit> turn = new CompletableFuture<>();
        locked(() -> {
            Line line = lines.computeIfAbsent(organization, name -> new Line());
            if (isFree(line)) {
                line.turns.add(turn);
                grant();
            }
            forgetIdle(organization, line);
        });
        return turn.isDone() ? Optional.of(turn.join()) : Optional.empty();
    }

    /** Returns the number of threads that wait for a permit. */
    int waiting() {
        lock.lock();
        try {
            return lines.values().stream().mapToInt(line -> line.turns.size()).sum();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the number of permits granted so far. */
    long granted() {
        lock.lock();
        try {
            return granted;
        } finally {
            lock.unlock();
        }
    }

    private void enter(OrganizationId organization, CompletableFuture<Permit> turn) {
        Line line = lines.computeIfAbsent(organization, name -> new Line());
        if (!isFree(line) && line.turns.size() >= limits.waiting() && line.isSlow(limits)) {
            throw new ContactsFailure.Unavailable(refusal);
        }
        line.turns.add(turn);
        grant();
    }

    private boolean isFree(Line line) {
        return held < limits.all() && line.held < line.share(limits) && line.turns.isEmpty();
    }

    /** Stops waiting. Returns the permit if it was granted at the last moment. */
    private Permit leave(OrganizationId organization, CompletableFuture<Permit> turn) {
        locked(() -> {
            Line line = lines.get(organization);
            if (line != null && line.turns.removeIf(waiting -> waiting == turn)) {
                forgetIdle(organization, line);
            }
        });
        if (turn.isDone()) {
            return turn.join();
        }
        throw new ContactsFailure.Unavailable(refusal);
    }

    private void release(OrganizationId organization, long grantedAt) {
        locked(() -> {
            Line line = lines.get(organization);
            if (line != null) {
                line.quick = System.nanoTime() - grantedAt < TimeUnit.MILLISECONDS.toNanos(limits.quickMillis());
                line.held--;
                held--;
                forgetIdle(organization, line);
            }
            grant();
        });
    }

    private void grant() {
        Optional<OrganizationId> next = next();
        while (next.isPresent()) {
            grant(next.get());
            next = next();
        }
    }

    private Optional<OrganizationId> next() {
        return lines.entrySet().stream()
                .filter(entry -> held < limits.all() && entry.getValue().mayHaveOneMore(limits))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void grant(OrganizationId organization) {
        Line line = Objects.requireNonNull(lines.remove(organization));
        lines.put(organization, line);
        line.held++;
        long now = System.nanoTime();
        line.grantedAt = now;
        held++;
        granted++;
        line.turns.remove().complete(() -> release(organization, now));
    }

    private void forgetIdle(OrganizationId organization, Line line) {
        if (line.held == 0 && line.turns.isEmpty()) {
            lines.remove(organization);
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /** A permit to run the work. Closing it returns the permit to the semaphore. */
    @FunctionalInterface
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    /** The permits that one organization holds, and its waiting threads. */
    private static final class Line {
        private final Deque<CompletableFuture<Permit>> turns = new ArrayDeque<>();
        private int held;
        private boolean quick;
        private long grantedAt = System.nanoTime();

        int share(Limits limits) {
            return quick ? limits.all() : limits.ofOne();
        }

        boolean isSlow(Limits limits) {
            return System.nanoTime() - grantedAt >= TimeUnit.MILLISECONDS.toNanos(limits.slowMillis());
        }

        boolean mayHaveOneMore(Limits limits) {
            return !turns.isEmpty() && held < share(limits);
        }
    }
}
