package org.contacts4j.application;

import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.ContactEvent;

/** Is told, in the process that did it, of what happened to contacts. */
@FunctionalInterface
public interface ContactListener {

    /**
     * Called after what happened was committed, by the thread that did it, before its caller goes on: so it should be
     * quick. For one contact in the order that it happened as far as one thread did it. What it throws is logged and
     * changes nothing. Not called again: a process that dies in between has not told, where a webhook would.
     */
    void happened(OrganizationId organization, ContactEvent event);
}
