package org.contacts4j.application.contact;

import java.util.UUID;
import java.util.function.Supplier;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.jspecify.annotations.Nullable;

/**
 * A new contact and its event. Not thread-safe.
 *
 * @param report creates the event on first use, so that many contacts waiting to be written need less memory
 */
public record NewContact(Contact contact, Supplier<ContactEvent> report) {

    /**
     * Returns the contact with a {@code created} event.
     *
     * @param eventId the event's id, see {@link ContactEvent#id}
     */
    public static NewContact of(Contact contact, UUID eventId) {
        return new NewContact(contact, new Report(contact, eventId));
    }

    /** Returns the event. */
    public ContactEvent event() {
        return report.get();
    }

    private static final class Report implements Supplier<ContactEvent> {

        private final Contact contact;
        private final UUID eventId;
        private @Nullable ContactEvent made;

        Report(Contact contact, UUID eventId) {
            this.contact = contact;
            this.eventId = eventId;
        }

        @Override
        public ContactEvent get() {
            ContactEvent event = made == null ? ContactEvent.created(eventId, contact) : made;
            made = event;
            return event;
        }
    }
}
