package org.contacts4j.http.webhook;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.application.webhook.WebhookService;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.id.DeliveryId;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.DeliveryState;
import org.contacts4j.http.canonical.Cursors;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.http.webhook.DeliveryJson.ListJson;
import org.contacts4j.http.webhook.DeliveryJson.RedeliveryCountJson;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/** The routes of webhook deliveries in the canonical API. */
public final class DeliveryRoutes {

    private static final String DELIVERIES = "/webhooks/{id}/deliveries";
    private static final String DELIVERY = DELIVERIES + "/{deliveryId}";
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private static final Order LATEST_FIRST = new Order(Order.Key.CREATED_AT, true);
    private static final Map<String, DeliveryState> STATES =
            Arrays.stream(DeliveryState.values()).collect(Collectors.toMap(EnumNames::of, state -> state));

    private static final Json.Writer<DeliveryJson> ONE = Json.writerOf(DeliveryJson.class);
    private static final Json.Writer<ListJson> LIST = Json.writerOf(ListJson.class);
    private static final Json.Writer<RedeliveryCountJson> COUNT = Json.writerOf(RedeliveryCountJson.class);

    private final WebhookService webhooks;
    private final Cursors cursors;

    public DeliveryRoutes(WebhookService webhooks, Cursors cursors) {
        this.webhooks = webhooks;
        this.cursors = cursors;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.requiring(WebhookService::requireAdministrator)
                .get(DELIVERIES, this::list)
                .postInSeveralTransactions(DELIVERIES + "/redeliver", this::redeliverSince)
                .get(DELIVERY, this::get)
                .post(DELIVERY + "/redeliver", this::redeliver);
    }

    private void list(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        @Nullable DeliveryState state = query.word("state", STATES);
        Slice slice = slice(query);
        query.throwIfInvalid();
        Page<Delivery> page = webhooks.deliveries(callerOf(ctx), WebhookRoutes.webhook(ctx), state, slice);
        @Nullable Position next = page.next();
        Responses.json(
                ctx,
                200,
                LIST.write(new ListJson(
                        page.items().stream().map(DeliveryJson::from).toList(),
                        next == null ? null : cursors.write(LATEST_FIRST, next))));
    }

    private Slice slice(QueryParameters query) {
        @Nullable Integer sent = query.number("limit", 1, MAX_LIMIT);
        int limit = sent == null ? DEFAULT_LIMIT : sent;
        @Nullable String cursor = query.text("cursor");
        if (cursor == null) {
            return Slice.first(limit);
        }
        Optional<Position> position = cursors.read(LATEST_FIRST, cursor);
        if (position.isEmpty()) {
            query.refuse("cursor", "is not the nextCursor of a list of deliveries");
        }
        return position.map(after -> Slice.after(after, limit)).orElseGet(() -> Slice.first(limit));
    }

    private void get(Context ctx) {
        Delivery delivery = webhooks.delivery(callerOf(ctx), WebhookRoutes.webhook(ctx), delivery(ctx));
        Responses.json(ctx, 200, ONE.write(DeliveryJson.from(delivery)));
    }

    private void redeliver(Context ctx) {
        answerAccepted(ctx, webhooks.redeliver(callerOf(ctx), WebhookRoutes.webhook(ctx), delivery(ctx)));
    }

    private void redeliverSince(Context ctx) {
        RedeliveryBody again = RedeliveryBody.read(Bodies.json(ctx));
        int count = webhooks.redeliver(callerOf(ctx), WebhookRoutes.webhook(ctx), again.since(), again.state());
        Responses.json(ctx, 202, COUNT.write(new RedeliveryCountJson(count)));
    }

    private static DeliveryId delivery(Context ctx) {
        return DeliveryId.parse(ctx.pathParam("deliveryId"));
    }

    /** Sends a 202 response for a scheduled delivery, with its location. */
    static void answerAccepted(Context ctx, Delivery delivery) {
        ctx.header("Location", "/api/v1/webhooks/" + delivery.webhookId() + "/deliveries/" + delivery.id());
        Responses.json(ctx, 202, ONE.write(DeliveryJson.from(delivery)));
    }
}
