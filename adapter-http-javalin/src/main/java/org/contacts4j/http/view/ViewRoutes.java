package org.contacts4j.http.view;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.view.ViewService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.view.SavedViews;
import org.contacts4j.domain.view.View;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.response.ETags;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The routes of saved views in the canonical API. Each organization has one list of views.
 *
 * <p>These routes must be added before {@code /contacts/{id}}.
 */
public final class ViewRoutes {

    private static final Json.Writer<ViewsJson> VIEWS = Json.writerOf(ViewsJson.class);

    private final ViewService views;

    public ViewRoutes(ViewService views) {
        this.views = views;
    }

    public void addTo(Routes routes) {
        routes.get("/contacts/views", this::list).put("/contacts/views", this::replace);
    }

    private void list(Context ctx) {
        SavedViews saved = views.list(callerOf(ctx));
        if (ETags.isKnown(ctx, saved.version())) {
            Responses.notModified(ctx, saved.version());
        } else {
            answer(ctx, saved);
        }
    }

    private void replace(Context ctx) {
        List<?> sent = listIn(Json.read(Bodies.json(ctx)));
        answer(ctx, views.replace(callerOf(ctx), sent, ETags.precondition(ctx)));
    }

    /** Returns the list in the body: the body itself, or the member {@code views} of an object. */
    private static List<?> listIn(@Nullable Object body) {
        @Nullable Object views = body instanceof Map<?, ?> object ? object.get("views") : body;
        if (views instanceof List<?> list) {
            return list;
        }
        throw new ContactsFailure.Invalid(body instanceof Map ? "views" : "body", "must be a list of views");
    }

    private static void answer(Context ctx, SavedViews saved) {
        Responses.record(ctx, 200, VIEWS.write(new ViewsJson(saved.views())), saved.version());
    }

    record ViewsJson(List<View> views) {}
}
