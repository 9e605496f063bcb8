package org.contacts4j.domain.webhook;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.FieldTable;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** The writable fields of a webhook. */
public final class WebhookField {

    static final FieldTable<Webhook> TABLE = new FieldTable<>();

    /** Required. */
    public static final Field<Webhook, String> URL = TABLE.field("url", WebhookUrl.rule(), Webhook::url);

    public static final Field<Webhook, String> DESCRIPTION =
            TABLE.field("description", Rules.trimmed(), Webhook::description);

    /** The names of the subscribed events. Defaults to all events. */
    public static final Field<Webhook, List<String>> EVENTS = TABLE.withDefault(
            "events", WebhookField::known, webhook -> names(webhook.events()), names(WebhookEvent.SUBSCRIBABLE));

    /** Whether deliveries are sent. Setting it to true enables a paused or disabled webhook. */
    public static final Field<Webhook, Boolean> ACTIVE =
            TABLE.withDefault("active", Rules.anything(), Webhook::isActive, true);

    private WebhookField() {}

    private static List<String> names(Collection<WebhookEvent> events) {
        return events.stream().map(WebhookEvent::text).toList();
    }

    /** Returns the names in event order, without duplicates; null, which means all events, if there are none. */
    private static @Nullable List<String> known(List<String> names, String field, Faults faults) {
        Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
        for (int i = 0; i < names.size() && !faults.isFull(); i++) {
            Optional<WebhookEvent> event =
                    WebhookEvent.find(names.get(i).strip()).filter(WebhookEvent.SUBSCRIBABLE::contains);
            if (event.isEmpty()) {
                faults.item(i).add(field, "must be one of " + WebhookEvent.allNames());
            }
            event.ifPresent(events::add);
        }
        return events.isEmpty() ? null : names(events);
    }
}
