package org.contacts4j.contract;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactsFailure;

/** A store that commits one write but reports it as failed, as after a lost connection. */
public final class LostCommitResponseStore implements Store {

    private final Store store;
    private final AtomicInteger until;

    public LostCommitResponseStore(Store store, int forgottenWrite) {
        this.store = store;
        this.until = new AtomicInteger(forgottenWrite);
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        T result = store.write(work);
        if (until.decrementAndGet() == 0) {
            throw new ContactsFailure.Unavailable("The connection was lost.", new IllegalStateException());
        }
        return result;
    }
}
