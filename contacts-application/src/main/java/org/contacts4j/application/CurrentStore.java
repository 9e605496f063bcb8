package org.contacts4j.application;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.contacts4j.application.replica.ReadPositions;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.ReadPosition;
import org.jspecify.annotations.Nullable;

/**
 * A store that a thread can bind to one transaction, so that the work of several services is stored together or not at
 * all. Without a binding it is the underlying store.
 */
public final class CurrentStore implements Store {

    private final Store store;
    private final ReadPositions positions = new ReadPositions();

    @SuppressWarnings("ThreadLocalUsage") // removed after each use, and each store has its own
    private final ThreadLocal<@Nullable Store> bound = new ThreadLocal<>();

    /** Creates a store without a binding over this one. */
    public CurrentStore(Store store) {
        this.store = store;
    }

    @Override
    public PhoneNumbers phoneNumbers() {
        return store.phoneNumbers();
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return current().read(work);
    }

    @Override
    public <T> T readReplica(ReadPosition least, Function<Transaction, T> work) {
        return current().readReplica(least, work);
    }

    /** Runs work that only reads, and may read changes of others late, but not those of this caller. */
    public <T> T readReplica(Caller caller, Function<Transaction, T> work) {
        return readReplica(positions.of(caller), work);
    }

    /** Runs work whose caller is unknown. Later reads of all callers contain its changes. */
    @Override
    public <T> T write(Function<Transaction, T> work) {
        return recording(null, work);
    }

    /** Runs work in one transaction. Later reads of this caller contain its changes. */
    public <T> T write(Caller caller, Function<Transaction, T> work) {
        return recording(caller, work);
    }

    private <T> T recording(@Nullable Caller caller, Function<Transaction, T> work) {
        return current().write(tx -> {
            tx.onCommit(position -> positions.record(caller, position));
            return work.apply(tx);
        });
    }

    /** Returns the position after all writes of this caller through this instance; empty without replicas. */
    Optional<ReadPosition> positionOf(Caller caller) {
        return positions.afterWritesOf(caller);
    }

    /**
     * Runs work in one transaction. All writes of this thread through this store join that transaction until the work
     * ends, and so do reads after the first write. Like the work of {@link Store#write}, it may run several times.
     */
    public <T> T inOneTransaction(Function<Transaction, T> work) {
        JoinedStore[] attempt = new JoinedStore[1];
        T result;
        try {
            result = store.write(tx -> {
                endWithoutCommit(attempt[0]);
                JoinedStore joined = new JoinedStore(tx, store);
                attempt[0] = joined;
                T value = bind(joined, () -> work.apply(tx));
                joined.throwIfFailed();
                return value;
            });
        } catch (RuntimeException | Error e) {
            endWithoutCommit(attempt[0]);
            throw e;
        }
        attempt[0].afterCommit().forEach(Runnable::run);
        return result;
    }

    private static void endWithoutCommit(@Nullable JoinedStore attempt) {
        if (attempt != null) {
            attempt.afterRollback().forEach(Runnable::run);
        }
    }

    /**
     * Returns the store for transactions of their own, even while this thread has joined one. Use it before the first
     * write of the joined transaction, which holds a connection and locks from then on. Its writes are those of no caller:
     * reads from a replica may be older.
     */
    public Store apart() {
        Store now = current();
        return now instanceof JoinedStore ? store : now;
    }

    /**
     * Runs work whose transactions remain separate. Each writing one of this thread begins with {@code first}, which can
     * reject it by throwing.
     */
    public <T> T beginningWritesWith(Consumer<Transaction> first, Supplier<T> work) {
        return bind(new PrefixedStore(store, first), work);
    }

    /**
     * Runs an action after the commit of the transaction that this thread has joined; at once if there is none. The
     * action does not run if the transaction is rolled back.
     */
    public void afterCommit(Runnable action) {
        if (bound.get() instanceof JoinedStore joined) {
            joined.afterCommit().add(action);
        } else {
            action.run();
        }
    }

    /**
     * Runs an action after the rollback of the transaction that this thread has joined; at once if there is none. The
     * action does not run if the transaction is committed.
     */
    public void afterRollback(Runnable action) {
        if (bound.get() instanceof JoinedStore joined) {
            joined.afterRollback().add(action);
        } else {
            action.run();
        }
    }

    private Store current() {
        @Nullable Store now = bound.get();
        return now == null ? store : now;
    }

    private <T> T bind(Store next, Supplier<T> work) {
        if (bound.get() != null) {
            throw new IllegalStateException("this thread has bound the store already");
        }
        bound.set(next);
        try {
            return work.get();
        } finally {
            bound.remove();
        }
    }

    /** A store whose writing transactions begin with the same work. */
    private record PrefixedStore(Store store, Consumer<Transaction> first) implements Store {

        @Override
        public PhoneNumbers phoneNumbers() {
            return store.phoneNumbers();
        }

        @Override
        public <T> T read(Function<Transaction, T> work) {
            return store.read(work);
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            return store.write(tx -> {
                first.accept(tx);
                return work.apply(tx);
            });
        }
    }
}
