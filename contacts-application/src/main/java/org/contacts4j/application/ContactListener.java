package org.contacts4j.application;

import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.OrganizationId;

/**
 * A callback for contact events in the process that made the change.
 *
 * <pre>{@code
 * contacts4j.listeners().add((organization, event) -> System.out.println(event.type() + " " + event.contact().name()));
 * }</pre>
 */
@FunctionalInterface
public interface ContactListener {

    /**
     * Called after the change is committed, in the thread that made it, before the call returns. Implementations should
     * return quickly. Events of one contact arrive in order as far as one thread made the changes. Exceptions are
     * logged and have no other effect. There is no retry: if the process ends between commit and call, the listener
     * misses the event. A webhook does not.
     */
    void happened(OrganizationId organization, ContactEvent event);
}
