package org.contacts4j.application;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.ContactEvent;

/** Those who are told, in this process, of what happens to contacts. Thread-safe. */
public final class ContactListeners {

    private static final System.Logger LOG = System.getLogger(ContactListeners.class.getName());

    private final List<ContactListener> all = new CopyOnWriteArrayList<>();

    ContactListeners() {}

    /** Tells this listener of everything from now on. */
    public void add(ContactListener listener) {
        all.add(listener);
    }

    /** Tells this listener of nothing any more. */
    public void remove(ContactListener listener) {
        all.remove(listener);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void tell(OrganizationId organization, ContactEvent event) {
        for (ContactListener listener : all) {
            try {
                listener.happened(organization, event);
            } catch (RuntimeException e) {
                // What happened has happened: whoever did it must not be told otherwise.
                LOG.log(System.Logger.Level.ERROR, "a listener failed", e);
            }
        }
    }
}
