package org.contacts4j.contract.webhook;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.DeliveryState;
import org.contacts4j.domain.webhook.Webhook;
import org.jspecify.annotations.Nullable;

/** Reads a webhook's deliveries page by page. */
public final class WebhookPages {

    private WebhookPages() {}

    /** Returns all deliveries, each as {@code delivered 200}. */
    public static List<String> of(WebhookFixture hooks, Webhook webhook, @Nullable DeliveryState state, int limit) {
        List<String> all = new ArrayList<>();
        @Nullable Position next = null;
        do {
            Slice slice = next == null ? Slice.first(limit) : Slice.after(next, limit);
            Page<Delivery> page =
                    hooks.contacts4j().webhooks().deliveries(hooks.home().admin(), webhook.id(), state, slice);
            page.items().forEach(delivery -> all.add(EnumNames.of(delivery.state()) + " " + statusOf(delivery)));
            next = page.next();
        } while (next != null);
        return all;
    }

    private static @Nullable Integer statusOf(Delivery delivery) {
        return delivery.last() == null ? null : delivery.last().status();
    }
}
