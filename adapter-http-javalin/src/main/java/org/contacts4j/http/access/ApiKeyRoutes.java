package org.contacts4j.http.access;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import org.contacts4j.application.access.AccessRules;
import org.contacts4j.application.access.ApiKeyService;
import org.contacts4j.application.access.ApiKeyService.Created;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeyId;
import org.contacts4j.http.canonical.Cursors;
import org.contacts4j.http.canonical.ListParameters;
import org.contacts4j.http.canonical.PageJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;

/** The routes of API keys in the canonical API. */
public final class ApiKeyRoutes {

    private static final String KEY = "/api-keys/{id}";
    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);
    private static final Json.Writer<ApiKeyJson> ONE = Json.writerOf(ApiKeyJson.class);

    @SuppressWarnings("rawtypes")
    private static final Json.Writer<PageJson> PAGE = Json.writerOf(PageJson.class);

    private final ApiKeyService keys;
    private final Cursors cursors;

    public ApiKeyRoutes(ApiKeyService keys, Cursors cursors) {
        this.keys = keys;
        this.cursors = cursors;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.requiring(AccessRules::requireAdministrator)
                .get("/api-keys", this::list)
                .postShowingSecret("/api-keys", this::create)
                .get(KEY, this::get)
                .delete(KEY, this::revoke);
    }

    private void list(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        ListParameters list = ListParameters.read(query, cursors, NEWEST_FIRST);
        query.throwIfInvalid();
        Page<ApiKey> found = keys.list(callerOf(ctx), list.slice());
        Responses.json(ctx, 200, PAGE.write(PageJson.from(found, list, cursors, ApiKeyJson::from)));
    }

    private void create(Context ctx) {
        Created created = keys.create(callerOf(ctx), ApiKeyJson.read(Bodies.json(ctx)));
        ctx.header("Location", "/api/v1/api-keys/" + created.key().id());
        Responses.json(ctx, 201, ONE.write(ApiKeyJson.from(created)));
    }

    private void get(Context ctx) {
        Responses.json(ctx, 200, ONE.write(ApiKeyJson.from(keys.get(callerOf(ctx), key(ctx)))));
    }

    private void revoke(Context ctx) {
        keys.revoke(callerOf(ctx), key(ctx));
        Responses.empty(ctx, 204);
    }

    private static ApiKeyId key(Context ctx) {
        return ApiKeyId.parse(ctx.pathParam("id"));
    }
}
