package org.contacts4j.domain.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contacts4j.domain.contact.ContactEvent;

/** What a webhook can be told. */
public enum WebhookEvent {
    CONTACT_CREATED(0),
    CONTACT_UPDATED(0),
    /** Besides {@link #CONTACT_UPDATED}, and after it. */
    CONTACT_STATUS_CHANGED(1),
    CONTACT_PRIMARY_SET(2),
    CONTACT_DELETED(3),
    /** Sent when somebody asks for it; nobody subscribes to it. */
    WEBHOOK_TEST(0);

    /** What webhooks subscribe to. */
    public static final List<WebhookEvent> OF_CONTACTS =
            Arrays.stream(values()).filter(event -> event != WEBHOOK_TEST).toList();

    private static final int PLACES = 4;

    private final int rank;

    WebhookEvent(int rank) {
        this.rank = rank;
    }

    /** What is told of something that happened, in this order. */
    public static List<WebhookEvent> of(ContactEvent event) {
        return switch (event.type()) {
            case CREATED -> List.of(CONTACT_CREATED);
            case UPDATED ->
                event.changedStatus() ? List.of(CONTACT_UPDATED, CONTACT_STATUS_CHANGED) : List.of(CONTACT_UPDATED);
            case PRIMARY_SET -> List.of(CONTACT_PRIMARY_SET);
            case DELETED -> List.of(CONTACT_DELETED);
        };
    }

    /** The event of this name. */
    public static Optional<WebhookEvent> find(String name) {
        return Arrays.stream(values())
                .filter(event -> event.text().equals(name))
                .findFirst();
    }

    /** The names of all that can be subscribed to, for messages. */
    static String allNames() {
        return OF_CONTACTS.stream().map(WebhookEvent::text).collect(Collectors.joining(", "));
    }

    /** The name, such as {@code contact.status_changed}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    /**
     * Where it stands among all that is told of one contact. Its version alone does not say: being made primary, and being
     * deleted, leave it as it is.
     */
    public long placeAt(long version) {
        return version * PLACES + rank;
    }
}
