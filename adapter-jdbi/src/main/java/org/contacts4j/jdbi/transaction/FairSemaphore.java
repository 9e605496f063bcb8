package org.contacts4j.jdbi.transaction;

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
import org.contacts4j.domain.id.OrganizationId;

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
     * @param perOrganization the permits that one organization holds at once; {@code all} when its last work was quick
     * @param quickMillis work is quick when it holds its permit for less than this
     * @param waiting the threads that may wait behind slow work of one organization; further threads are rejected at
     *     once
     * @param slowMillis work is slow when no permit was granted to its organization for this long
     * @param waitMillis the longest wait for a permit
     */
    record Limits(int all, int perOrganization, long quickMillis, int waiting, long slowMillis, long waitMillis) {}

    private final Limits limits;
    private final String refusal;
    private final ReentrantLock lock = new ReentrantLock();

    /** In turn order: an organization that is granted a permit moves to the end. */
    private final Map<OrganizationId, OrganizationQueue> queues = new LinkedHashMap<>();

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
        CompletableFuture<Permit> waiter = new CompletableFuture<>();
        locked(() -> enqueue(organization, waiter));
        try {
            return waiter.get(limits.waitMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return cancel(organization, waiter);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return cancel(organization, waiter);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a permit, which the caller must close; empty when the caller would have to wait for it. */
    Optional<Permit> tryAcquire(OrganizationId organization) {
        CompletableFuture<Permit> waiter = new CompletableFuture<>();
        locked(() -> {
            OrganizationQueue queue = queues.computeIfAbsent(organization, name -> new OrganizationQueue());
            if (isFree(queue)) {
                queue.waiters.add(waiter);
                grant();
            }
            removeIfIdle(organization, queue);
        });
        return waiter.isDone() ? Optional.of(waiter.join()) : Optional.empty();
    }

    /** Returns the number of threads that wait for a permit. */
    int waiting() {
        lock.lock();
        try {
            return queues.values().stream()
                    .mapToInt(queue -> queue.waiters.size())
                    .sum();
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

    private void enqueue(OrganizationId organization, CompletableFuture<Permit> waiter) {
        OrganizationQueue queue = queues.computeIfAbsent(organization, name -> new OrganizationQueue());
        if (!isFree(queue) && queue.waiters.size() >= limits.waiting() && queue.isSlow(limits)) {
            throw new ContactsFailure.Unavailable(refusal);
        }
        queue.waiters.add(waiter);
        grant();
    }

    private boolean isFree(OrganizationQueue queue) {
        return held < limits.all() && queue.held < queue.share(limits) && queue.waiters.isEmpty();
    }

    /** Stops waiting. Returns the permit if it was granted at the last moment. */
    private Permit cancel(OrganizationId organization, CompletableFuture<Permit> waiter) {
        locked(() -> {
            OrganizationQueue queue = queues.get(organization);
            if (queue != null && queue.waiters.removeIf(waiting -> waiting == waiter)) {
                removeIfIdle(organization, queue);
            }
        });
        if (waiter.isDone()) {
            return waiter.join();
        }
        throw new ContactsFailure.Unavailable(refusal);
    }

    private void release(OrganizationId organization, long grantedAt) {
        locked(() -> {
            OrganizationQueue queue = queues.get(organization);
            if (queue != null) {
                queue.quick = System.nanoTime() - grantedAt < TimeUnit.MILLISECONDS.toNanos(limits.quickMillis());
                queue.held--;
                held--;
                removeIfIdle(organization, queue);
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
        return queues.entrySet().stream()
                .filter(entry -> held < limits.all() && entry.getValue().canTakeOneMore(limits))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void grant(OrganizationId organization) {
        OrganizationQueue queue = Objects.requireNonNull(queues.remove(organization));
        queues.put(organization, queue);
        queue.held++;
        long now = System.nanoTime();
        queue.grantedAt = now;
        held++;
        granted++;
        queue.waiters.remove().complete(() -> release(organization, now));
    }

    private void removeIfIdle(OrganizationId organization, OrganizationQueue queue) {
        if (queue.held == 0 && queue.waiters.isEmpty()) {
            queues.remove(organization);
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
    private static final class OrganizationQueue {
        private final Deque<CompletableFuture<Permit>> waiters = new ArrayDeque<>();
        private int held;
        private boolean quick;
        private long grantedAt = System.nanoTime();

        int share(Limits limits) {
            return quick ? limits.all() : limits.perOrganization();
        }

        boolean isSlow(Limits limits) {
            return System.nanoTime() - grantedAt >= TimeUnit.MILLISECONDS.toNanos(limits.slowMillis());
        }

        boolean canTakeOneMore(Limits limits) {
            return !waiters.isEmpty() && held < share(limits);
        }
    }
}
