package org.contacts4j.application;

import java.util.function.Function;
import org.contacts4j.domain.ContactsFailure;

/** Where records are kept. Adapters implement it together with the ports of {@link Transaction}. */
public interface Store {

    /**
     * Runs work that only reads. What it sees was all committed; two reads in one work may see different commits.
     *
     * @throws ContactsFailure.Unavailable when the store cannot answer now
     */
    <T> T read(Function<Transaction, T> work);

    /**
     * Runs work in one transaction: all of its changes are kept when it returns, none when it throws.
     *
     * <p>Work that lost a race (a deadlock, or a unique key that somebody else took in the meantime) is rolled back and
     * run again, so that it sees what the winner left; it must have no effects but those on the store.
     *
     * @throws ContactsFailure.Unavailable when the store cannot answer now; nothing was changed then, unless the
     *     connection was lost during the commit
     */
    <T> T write(Function<Transaction, T> work);
}
