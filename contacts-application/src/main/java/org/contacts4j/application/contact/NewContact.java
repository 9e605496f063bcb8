package org.contacts4j.application.contact;

import java.util.UUID;
import java.util.function.Supplier;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
import org.jspecify.annotations.Nullable;

/**
 * A contact that is new, and the event that says so. Not thread-safe.
 *
 * @param report makes the event when it is first asked for: many contacts that wait to be written take less memory so
 */
public record NewContact(Contact contact, Supplier<ContactEvent> report) {

    /**
     * That this contact was made.
     *
     * @param eventId as {@link ContactEvent#id} will have it
     */
    public static NewContact of(Contact contact, UUID eventId) {
        return new NewContact(contact, new Report(contact, eventId));
    }

    /** What happened. */
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
