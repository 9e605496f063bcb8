package org.contacts4j.application;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.contacts4j.application.contact.ContactEvents;

/** The registered listeners for contact events in this process. Thread-safe. */
public final class ContactListeners {

    private static final System.Logger LOG = System.getLogger(ContactListeners.class.getName());

    private final List<ContactListener> all = new CopyOnWriteArrayList<>();

    ContactListeners() {}

    /** Adds a listener. It receives all events from now on. */
    public void add(ContactListener listener) {
        all.add(listener);
    }

    /** Removes a listener. It receives no further events. */
    public void remove(ContactListener listener) {
        all.remove(listener);
    }

    void publish(ContactEvents.Appended appended) {
        for (ContactListener listener : all) {
            try {
                listener.happened(appended.organization(), appended.event());
            } catch (RuntimeException e) {
                // The change is committed, so its caller must not receive the listener's exception.
                LOG.log(System.Logger.Level.ERROR, "a listener failed", e);
            }
        }
    }
}
