package org.contacts4j.application;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.ContactEvent;

/** A store that tells listeners what was written to it, once that is committed. Without listeners it is as the store itself. */
record ListenedStore(Store store, ContactListeners listeners) implements Store {

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        if (listeners.isEmpty()) {
            return store.write(work);
        }
        List<Happened> happened = new ArrayList<>();
        T result = store.write(tx -> {
            // Work may be run again; only its last run is kept.
            happened.clear();
            return work.apply(new ListenedTransaction(tx, happened));
        });
        happened.forEach(one -> listeners.tell(one.organization(), one.event()));
        return result;
    }

    /** An event, and whose it is. */
    record Happened(OrganizationId organization, ContactEvent event) {}
}
