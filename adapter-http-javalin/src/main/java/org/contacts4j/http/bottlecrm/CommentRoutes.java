package org.contacts4j.http.bottlecrm;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.io.IOException;
import org.contacts4j.application.comment.CommentService;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.id.CommentId;
import org.contacts4j.http.bottlecrm.json.Body;
import org.contacts4j.http.bottlecrm.json.CommentJson;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.JsonWriter;

/** The routes that edit and delete comments of any contact. */
final class CommentRoutes {

    private static final JsonWriter<Comment> EDITED = new JsonWriter<Comment>()
            .all(comment -> comment, CommentJson.COMMENT)
            .flag("error", comment -> false)
            .text("message", comment -> "Comment Submitted");

    private final CommentService comments;

    CommentRoutes(CommentService comments) {
        this.comments = comments;
    }

    void addTo(Routes routes) {
        routes.put("/comment/{pk}", this::edit)
                .patch("/comment/{pk}", this::edit)
                .delete("/comment/{pk}", this::remove);
    }

    private void edit(Context ctx) throws IOException {
        Comment edited = comments.edit(callerOf(ctx), id(ctx), Body.of(ctx).requiredComment());
        Responses.json(ctx, 200, Json.write(new JsonWritable<>(edited, EDITED)));
    }

    private void remove(Context ctx) {
        comments.remove(callerOf(ctx), id(ctx));
        ResponseMode.of(ctx).deleted(ctx, "Comment Deleted Successfully");
    }

    private static CommentId id(Context ctx) {
        return CommentId.parse(ctx.pathParam("pk"));
    }
}
