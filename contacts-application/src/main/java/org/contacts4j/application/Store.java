package org.contacts4j.application;

import java.util.function.Function;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.organization.ReadPosition;

/** A transactional store of records. Adapters implement it together with the ports of {@link Transaction}. */
public interface Store extends AutoCloseable {

    /**
     * Runs work that only reads. All data it reads is committed. Two reads within the work may see different commits.
     *
     * @throws ContactsFailure.Unavailable if the store is currently unavailable
     */
    <T> T read(Function<Transaction, T> work);

    /**
     * Runs work that only reads, and may read changes of others late. It runs on a replica of the store that contains
     * every write before a position, or as {@link #read} does if there is none. The work may run twice.
     *
     * @param least the position, from {@link Transaction#onCommit}
     * @throws ContactsFailure.Unavailable if the store is currently unavailable
     */
    default <T> T readReplica(ReadPosition least, Function<Transaction, T> work) {
        return read(work);
    }

    /**
     * Runs work in one transaction. All of its changes are stored when it returns, and none when it throws.
     *
     * <p>After a conflict (a deadlock, or a unique key that another transaction took), the store rolls the work back
     * and retries it. The retry sees the other transaction's changes. The work must have no side effects outside the
     * store.
     *
     * @throws ContactsFailure.Unavailable if the store is currently unavailable; nothing was changed then, unless the
     *     connection was lost during the commit
     */
    <T> T write(Function<Transaction, T> work);

    /**
     * Returns what compares the phone numbers of contacts: match keys, searches and filters. It is the same for the life
     * of the store.
     */
    default PhoneNumbers phoneNumbers() {
        return PhoneNumbers.DIGITS;
    }

    /** Returns the store's own background work, such as compaction; by default there is none. */
    default Worker maintenance() {
        return (tasks, context) -> () -> {};
    }

    /** Releases what the store holds, such as connections. Does nothing by default. */
    @Override
    default void close() {}
}
