package org.contacts4j.http.customfield;

import static org.contacts4j.http.auth.Authentication.callerOf;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.http.Context;
import org.contacts4j.application.customfield.CustomFieldFolderService;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.http.canonical.DataJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;

/** The routes of custom field folders in the canonical API. */
public final class FolderRoutes {

    private static final Json.Writer<DataJson<JsonWritable<CustomFieldFolder>>> LIST =
            Json.writerOf(new TypeReference<>() {});

    private final CustomFieldFolderService folders;

    public FolderRoutes(CustomFieldFolderService folders) {
        this.folders = folders;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.requiringForWrites(CustomFieldFolderService::requireAdministrator)
                .get("/custom-field-folders", this::list)
                .post("/custom-field-folders", this::create)
                .patch("/custom-field-folders/{id}", this::change)
                .delete("/custom-field-folders/{id}", this::remove);
    }

    private void list(Context ctx) {
        Responses.json(ctx, 200, LIST.write(DataJson.from(folders.list(callerOf(ctx)), CustomFieldJson.FOLDER::of)));
    }

    private void create(Context ctx) {
        answer(ctx, 201, folders.create(callerOf(ctx), CustomFieldJson.FOLDER.read(Bodies.json(ctx))));
    }

    private void change(Context ctx) {
        answer(ctx, 200, folders.update(callerOf(ctx), id(ctx), CustomFieldJson.FOLDER.read(Bodies.json(ctx))));
    }

    private void remove(Context ctx) {
        folders.remove(callerOf(ctx), id(ctx));
        Responses.empty(ctx, 204);
    }

    private static CustomFieldFolderId id(Context ctx) {
        return CustomFieldFolderId.parse(ctx.pathParam("id"));
    }

    private static void answer(Context ctx, int status, CustomFieldFolder folder) {
        Responses.json(ctx, status, Json.write(CustomFieldJson.FOLDER.of(folder)));
    }
}
