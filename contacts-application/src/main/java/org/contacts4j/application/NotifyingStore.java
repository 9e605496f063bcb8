package org.contacts4j.application;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.id.OrganizationId;

/** A store that notifies listeners of contact events after each commit. Without listeners it only delegates. */
record NotifyingStore(Store store, ContactListeners listeners) implements Store {

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        if (listeners.isEmpty()) {
            return store.write(work);
        }
        List<RecordedEvent> happened = new ArrayList<>();
        T result = store.write(tx -> {
            // The store may retry the work; only the last attempt's events count.
            happened.clear();
            return work.apply(new RecordingTransaction(tx, happened));
        });
        happened.forEach(one -> listeners.tell(one.organization(), one.event()));
        return result;
    }

    /** An event and its organization. */
    record RecordedEvent(OrganizationId organization, ContactEvent event) {}
}
