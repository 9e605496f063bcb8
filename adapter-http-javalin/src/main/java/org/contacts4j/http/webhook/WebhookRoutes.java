package org.contacts4j.http.webhook;

import static org.contacts4j.http.auth.Authentication.callerOf;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.http.Context;
import org.contacts4j.application.webhook.WebhookService;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.http.canonical.DataJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.response.ETags;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;

/** The routes of webhooks in the canonical API. */
public final class WebhookRoutes {

    private static final String WEBHOOK = "/webhooks/{id}";

    private static final Json.Writer<DataJson<JsonWritable<Webhook>>> LIST = Json.writerOf(new TypeReference<>() {});

    private final WebhookService webhooks;

    public WebhookRoutes(WebhookService webhooks) {
        this.webhooks = webhooks;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.requiring(WebhookService::requireAdministrator)
                .get("/webhooks", this::list)
                .postShowingSecret("/webhooks", this::create)
                .get(WEBHOOK, this::get)
                .patch(WEBHOOK, this::change)
                .delete(WEBHOOK, this::remove)
                .postShowingSecret(WEBHOOK + "/rotate-secret", this::rotateSecret)
                .post(WEBHOOK + "/test", this::test);
    }

    private void list(Context ctx) {
        Responses.json(ctx, 200, LIST.write(DataJson.from(webhooks.list(callerOf(ctx)), WebhookJson::withoutSecret)));
    }

    private void create(Context ctx) {
        Webhook webhook = webhooks.create(callerOf(ctx), WebhookJson.read(Bodies.json(ctx)));
        ctx.header("Location", "/api/v1/webhooks/" + webhook.id());
        answer(ctx, 201, webhook, WebhookJson.withSecret(webhook));
    }

    private void get(Context ctx) {
        Webhook webhook = webhooks.get(callerOf(ctx), webhook(ctx));
        long version = webhook.revision().version();
        if (ETags.isKnown(ctx, version)) {
            Responses.notModified(ctx, version);
        } else {
            answer(ctx, 200, webhook, WebhookJson.withoutSecret(webhook));
        }
    }

    private void change(Context ctx) {
        Webhook webhook = webhooks.update(
                callerOf(ctx), webhook(ctx), WebhookJson.read(Bodies.json(ctx)), ETags.precondition(ctx));
        answer(ctx, 200, webhook, WebhookJson.withoutSecret(webhook));
    }

    private void remove(Context ctx) {
        webhooks.remove(callerOf(ctx), webhook(ctx), ETags.precondition(ctx));
        Responses.empty(ctx, 204);
    }

    private void rotateSecret(Context ctx) {
        Webhook webhook = webhooks.rotateSecret(callerOf(ctx), webhook(ctx));
        answer(ctx, 200, webhook, WebhookJson.withSecret(webhook));
    }

    private void test(Context ctx) {
        Delivery test = webhooks.test(callerOf(ctx), webhook(ctx));
        DeliveryRoutes.answerAccepted(ctx, test);
    }

    static WebhookId webhook(Context ctx) {
        return WebhookId.parse(ctx.pathParam("id"));
    }

    private static void answer(Context ctx, int status, Webhook webhook, JsonWritable<Webhook> json) {
        Responses.record(ctx, status, Json.write(json), webhook.revision().version());
    }
}
