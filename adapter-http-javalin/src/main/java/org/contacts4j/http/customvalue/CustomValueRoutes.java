package org.contacts4j.http.customvalue;

import static org.contacts4j.http.auth.Authentication.callerOf;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.http.Context;
import org.contacts4j.application.customvalue.CustomValueService;
import org.contacts4j.domain.customvalue.Template.Rendered;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.http.canonical.DataJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Permission;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.Members;
import org.jspecify.annotations.Nullable;

/** The routes of custom values in the canonical API. */
public final class CustomValueRoutes {

    private static final Json.Writer<CustomValueJson> VALUE = Json.writerOf(CustomValueJson.class);
    private static final Json.Writer<Rendered> RENDERED = Json.writerOf(Rendered.class);

    private static final Json.Writer<DataJson<CustomValueJson>> LIST = Json.writerOf(new TypeReference<>() {});

    private final CustomValueService values;

    public CustomValueRoutes(CustomValueService values) {
        this.values = values;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.requiring(Permission.READ).post("/custom-values/render", this::render);
        routes.get("/custom-values", this::list)
                .put("/custom-values/{key}", this::save)
                .delete("/custom-values/{key}", this::remove);
    }

    private void list(Context ctx) {
        Responses.json(ctx, 200, LIST.write(DataJson.from(values.list(callerOf(ctx)), CustomValueJson::from)));
    }

    private void save(Context ctx) {
        Members body = Members.of(Bodies.json(ctx));
        String text = body.requiredText("value");
        body.throwIfInvalid();
        CustomValueService.Saved saved = values.save(callerOf(ctx), ctx.pathParam("key"), text);
        Responses.json(ctx, saved.created() ? 201 : 200, VALUE.write(CustomValueJson.from(saved.value())));
    }

    private void remove(Context ctx) {
        values.remove(callerOf(ctx), ctx.pathParam("key"));
        Responses.empty(ctx, 204);
    }

    private void render(Context ctx) {
        Members body = Members.of(Bodies.json(ctx));
        String template = body.requiredText("template");
        @Nullable String contact = body.text("contactId");
        body.throwIfInvalid();
        Responses.json(
                ctx,
                200,
                RENDERED.write(values.render(
                        callerOf(ctx), template, contact == null ? null : ContactId.parse(contact.strip()))));
    }
}
