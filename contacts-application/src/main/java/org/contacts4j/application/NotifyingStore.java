package org.contacts4j.application;

import java.util.List;
import java.util.function.Function;
import org.contacts4j.application.contact.ContactEvents;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.organization.ReadPosition;

/** A store that notifies listeners of the events of a transaction after its commit. */
record NotifyingStore(Store store, ContactListeners listeners) implements Store {

    @Override
    public PhoneNumbers phoneNumbers() {
        return store.phoneNumbers();
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T readReplica(ReadPosition least, Function<Transaction, T> work) {
        return store.readReplica(least, work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        Written<T> written = store.write(tx -> new Written<>(work.apply(tx), tx.appendedEvents()));
        written.events().forEach(listeners::publish);
        return written.result();
    }

    private record Written<T>(T result, List<ContactEvents.Appended> events) {}
}
