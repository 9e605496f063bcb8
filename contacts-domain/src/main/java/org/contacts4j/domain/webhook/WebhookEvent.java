package org.contacts4j.domain.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contacts4j.domain.contact.event.ContactEvent;

/** The type of an event that webhooks receive. */
public enum WebhookEvent {
    CONTACT_CREATED(0),
    CONTACT_UPDATED(0),
    /** Sent in addition to {@link #CONTACT_UPDATED}, and after it. */
    CONTACT_STATUS_CHANGED(1),
    CONTACT_PRIMARY_SET(2),
    CONTACT_DELETED(3),
    /** Sent on request only. Webhooks cannot subscribe to it. */
    WEBHOOK_TEST(0);

    /** The events that webhooks can subscribe to. */
    public static final List<WebhookEvent> SUBSCRIBABLE =
            Arrays.stream(values()).filter(event -> event != WEBHOOK_TEST).toList();

    private static final int PLACES = 4;

    private final int rank;

    WebhookEvent(int rank) {
        this.rank = rank;
    }

    /** Returns the webhook events of a contact event, in delivery order. */
    public static List<WebhookEvent> of(ContactEvent event) {
        return switch (event.type()) {
            case CREATED -> List.of(CONTACT_CREATED);
            case UPDATED ->
                event.changedStatus() ? List.of(CONTACT_UPDATED, CONTACT_STATUS_CHANGED) : List.of(CONTACT_UPDATED);
            case PRIMARY_SET -> List.of(CONTACT_PRIMARY_SET);
            case DELETED, ERASED -> List.of(CONTACT_DELETED);
        };
    }

    /** Returns the event with this name. */
    public static Optional<WebhookEvent> find(String name) {
        return Arrays.stream(values())
                .filter(event -> event.text().equals(name))
                .findFirst();
    }

    /** Returns the names of all events that webhooks can subscribe to, for messages. */
    static String allNames() {
        return SUBSCRIBABLE.stream().map(WebhookEvent::text).collect(Collectors.joining(", "));
    }

    /** Returns the name, such as {@code contact.status_changed}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    /**
     * Returns the position of this event among the deliveries of a contact. The contact's version alone does not order
     * them, because a deletion, or becoming the primary contact, does not change the version.
     */
    public long sequenceAt(long version) {
        return version * PLACES + rank;
    }
}
