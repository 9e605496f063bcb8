package org.contacts4j.inmemory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.contact.PhoneNumbers;
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

    private final PhoneNumbers phoneNumbers;

    /** Creates an empty store that compares phone numbers by their digits. */
    public InMemoryStore() {
        this(PhoneNumbers.DIGITS);
    }

    /**
     * Creates an empty store.
     *
     * @param phoneNumbers compares the phone numbers of contacts
     */
    public InMemoryStore(PhoneNumbers phoneNumbers) {
        this.phoneNumbers = phoneNumbers;
    }

    @Override
    public PhoneNumbers phoneNumbers() {
        return phoneNumbers;
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        lock.readLock().lock();
        try {
            return work.apply(new InMemoryTransaction(organizations, phoneNumbers, Changes.none()));
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        lock.writeLock().lock();
        Changes changes = new Changes();
        try {
            T result = work.apply(new InMemoryTransaction(organizations, phoneNumbers, changes));
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
