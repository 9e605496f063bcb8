package org.contacts4j.inmemory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.record.Changes;
import org.contacts4j.inmemory.record.Records;

/**
 * A store that holds all data in memory and loses it when the program ends.
 *
 * <p>It returns the same results and rejects the same data as the database stores. Thread-safe: many transactions may
 * read at once, and one may write at a time. A transaction must not start another one.
 */
public final class InMemoryStore implements Store {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<OrganizationId, Records> organizations = new ConcurrentHashMap<>();

    /** Creates an empty store. */
    public InMemoryStore() {}

    @Override
    public <T> T read(Function<Transaction, T> work) {
        lock.readLock().lock();
        try {
            return work.apply(new InMemoryTransaction(organizations, Changes.none()));
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        lock.writeLock().lock();
        Changes changes = new Changes();
        try {
            T result = work.apply(new InMemoryTransaction(organizations, changes));
            changes.commit();
            return result;
        } finally {
            changes.undo();
            lock.writeLock().unlock();
        }
    }

    /** Deletes all data of every organization. */
    public void clear() {
        lock.writeLock().lock();
        try {
            organizations.clear();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
