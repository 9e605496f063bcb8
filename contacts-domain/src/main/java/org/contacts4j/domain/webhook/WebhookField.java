package org.contacts4j.domain.webhook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A writable field of a webhook.
 *
 * @param <T> the type of the field's value
 */
public final class WebhookField<T> extends Field<Webhook, T> {

    private static final Rule<List<String>> EVENTS_RULE = WebhookField::known;

    /** Required. */
    public static final WebhookField<String> URL =
            new WebhookField<>("url", WebhookUrl.rule(), Webhook::url, (d, v) -> d.url = v);

    public static final WebhookField<String> DESCRIPTION =
            new WebhookField<>("description", Rules.trimmed(), Webhook::description, (d, v) -> d.description = v);

    /** The names of the subscribed events. Defaults to all events. */
    public static final WebhookField<List<String>> EVENTS = new WebhookField<>(
            "events",
            EVENTS_RULE,
            webhook -> webhook.events().stream().map(WebhookEvent::text).toList(),
            WebhookDraft::subscribe);

    /** Whether deliveries are sent. Setting it to true enables a paused or disabled webhook. */
    public static final WebhookField<Boolean> ACTIVE =
            new WebhookField<>("active", Rules.anything(), Webhook::isActive, WebhookDraft::activate);

    private static final List<WebhookField<?>> ALL = List.of(URL, DESCRIPTION, EVENTS, ACTIVE);

    private final BiConsumer<WebhookDraft, @Nullable T> writer;

    private WebhookField(
            String name,
            Rule<T> rule,
            Function<Webhook, @Nullable T> reader,
            BiConsumer<WebhookDraft, @Nullable T> writer) {
        super(name, rule, reader);
        this.writer = writer;
    }

    /** Returns every field, in the order of application. */
    public static List<WebhookField<?>> all() {
        return ALL;
    }

    void applyTo(Patch<Webhook> patch, WebhookDraft draft, Faults faults) {
        Change<T> change = checked(patch.changeOf(this), faults);
        if (!(change instanceof Change.Keep)) {
            writer.accept(draft, change.valueOrNull());
        }
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
        return events.isEmpty()
                ? null
                : new ArrayList<>(events.stream().map(WebhookEvent::text).toList());
    }
}
