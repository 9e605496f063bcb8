package org.contacts4j.http.customfield;

import static org.contacts4j.http.auth.Authentication.callerOf;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.http.Context;
import org.contacts4j.application.customfield.CustomFieldService;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.http.canonical.DataJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;

/** The routes of custom fields in the canonical API. */
public final class CustomFieldRoutes {

    private static final Json.Writer<DataJson<JsonWritable<CustomField>>> LIST =
            Json.writerOf(new TypeReference<>() {});

    private final CustomFieldService fields;

    public CustomFieldRoutes(CustomFieldService fields) {
        this.fields = fields;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.requiringForWrites(CustomFieldService::requireAdministrator)
                .get("/custom-fields", this::list)
                .post("/custom-fields", this::create)
                .get("/custom-fields/{id}", this::get)
                .patch("/custom-fields/{id}", this::change)
                .delete("/custom-fields/{id}", this::remove);
    }

    private void list(Context ctx) {
        Responses.json(ctx, 200, LIST.write(DataJson.from(fields.list(callerOf(ctx)), CustomFieldJson.FIELD::of)));
    }

    private void create(Context ctx) {
        CustomField field = fields.create(callerOf(ctx), CustomFieldJson.FIELD.read(Bodies.json(ctx)));
        ctx.header("Location", "/api/v1/custom-fields/" + field.id());
        answer(ctx, 201, field);
    }

    private void get(Context ctx) {
        answer(ctx, 200, fields.get(callerOf(ctx), id(ctx)));
    }

    private void change(Context ctx) {
        answer(ctx, 200, fields.update(callerOf(ctx), id(ctx), CustomFieldJson.FIELD.read(Bodies.json(ctx))));
    }

    private void remove(Context ctx) {
        fields.remove(callerOf(ctx), id(ctx));
        Responses.empty(ctx, 204);
    }

    private static CustomFieldId id(Context ctx) {
        return CustomFieldId.parse(ctx.pathParam("id"));
    }

    private static void answer(Context ctx, int status, CustomField field) {
        Responses.json(ctx, status, Json.write(CustomFieldJson.FIELD.of(field)));
    }
}
