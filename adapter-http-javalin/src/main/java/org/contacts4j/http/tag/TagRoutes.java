package org.contacts4j.http.tag;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import org.contacts4j.application.tag.TagService;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.Members;

/** The routes of tags in the canonical API. */
public final class TagRoutes {

    private static final Json.Writer<TagJson> TAG = Json.writerOf(TagJson.class);
    private static final Json.Writer<TagJson.ListJson> LIST = Json.writerOf(TagJson.ListJson.class);

    private final TagService tags;

    public TagRoutes(TagService tags) {
        this.tags = tags;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/tags", this::list).post("/tags", this::create).delete("/tags/{id}", this::remove);
    }

    private void list(Context ctx) {
        Responses.json(ctx, 200, LIST.write(TagJson.ListJson.from(tags.list(callerOf(ctx)))));
    }

    private void create(Context ctx) {
        Members body = Members.of(Bodies.json(ctx));
        String name = body.requiredText("name");
        body.throwIfInvalid();
        TagService.Saved saved = tags.create(callerOf(ctx), name);
        Responses.json(ctx, saved.created() ? 201 : 200, TAG.write(TagJson.from(saved.tag())));
    }

    private void remove(Context ctx) {
        tags.remove(callerOf(ctx), TagId.parse(ctx.pathParam("id")));
        Responses.empty(ctx, 204);
    }
}
