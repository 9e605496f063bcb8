package org.contacts4j.application;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/**
 * A store whose reads and writes are parts of one transaction. A write that failed may have left some of its changes in
 * the transaction, so it fails as a whole, even if the caller of the write has handled the failure. A write that was
 * refused before it changed anything may be handled.
 */
final class JoinedStore implements Store {

    private final Transaction tx;
    private final Store apart;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterRollback = new ArrayList<>();
    private @Nullable RuntimeException failure;

    /**
     * Creates a store within this transaction.
     *
     * @param apart reads before the first write, so that the transaction does not hold a connection yet
     */
    JoinedStore(Transaction tx, Store apart) {
        this.tx = tx;
        this.apart = apart;
    }

    @Override
    public PhoneNumbers phoneNumbers() {
        return apart.phoneNumbers();
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return tx.hasChanges() ? run(work, false) : apart.read(work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return run(work, true);
    }

    private <T> T run(Function<Transaction, T> work, boolean writes) {
        throwIfFailed();
        try {
            return work.apply(tx);
        } catch (RuntimeException e) {
            if (!(e instanceof ContactsFailure) || (writes && tx.hasChanges())) {
                failure = e;
            }
            throw e;
        }
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    List<Runnable> afterRollback() {
        return afterRollback;
    }

    /** Throws the failure of an earlier write that makes the transaction fail, if there is one. */
    void throwIfFailed() {
        if (failure != null) {
            throw failure;
        }
    }
}
