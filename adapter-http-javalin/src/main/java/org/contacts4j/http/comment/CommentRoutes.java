package org.contacts4j.http.comment;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import org.contacts4j.application.comment.CommentService;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.id.CommentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.http.canonical.Cursors;
import org.contacts4j.http.canonical.ListParameters;
import org.contacts4j.http.canonical.PageJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.Members;

/** The routes of comments in the canonical API. */
public final class CommentRoutes {

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);
    private static final Json.Writer<CommentJson> COMMENT = Json.writerOf(CommentJson.class);

    @SuppressWarnings("rawtypes")
    private static final Json.Writer<PageJson> PAGE = Json.writerOf(PageJson.class);

    private final CommentService comments;
    private final Cursors cursors;

    public CommentRoutes(CommentService comments, Cursors cursors) {
        this.comments = comments;
        this.cursors = cursors;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/contacts/{id}/comments", this::list)
                .post("/contacts/{id}/comments", this::add)
                .patch("/contacts/{id}/comments/{commentId}", this::edit)
                .delete("/contacts/{id}/comments/{commentId}", this::remove);
    }

    private void list(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        ListParameters list = ListParameters.read(query, cursors, NEWEST_FIRST);
        query.throwIfInvalid();
        Page<Comment> found = comments.list(callerOf(ctx), contact(ctx), list.slice());
        Responses.json(ctx, 200, PAGE.write(PageJson.from(found, list, cursors, CommentJson::from)));
    }

    private void add(Context ctx) {
        Comment comment = comments.add(callerOf(ctx), contact(ctx), text(ctx));
        Responses.json(ctx, 201, COMMENT.write(CommentJson.from(comment)));
    }

    private void edit(Context ctx) {
        Comment comment = comments.edit(callerOf(ctx), comment(ctx), text(ctx));
        Responses.json(ctx, 200, COMMENT.write(CommentJson.from(comment)));
    }

    private void remove(Context ctx) {
        comments.remove(callerOf(ctx), comment(ctx));
        Responses.empty(ctx, 204);
    }

    private static String text(Context ctx) {
        Members body = Members.of(Bodies.json(ctx));
        String text = body.requiredText("text");
        body.throwIfInvalid();
        return text;
    }

    /** Returns the id of the comment in the path. A comment of another contact is treated as absent. */
    private CommentId comment(Context ctx) {
        Comment comment = comments.get(callerOf(ctx), CommentId.parse(ctx.pathParam("commentId")));
        if (!comment.contactId().equals(contact(ctx))) {
            throw new ContactsFailure.NotFound("comment");
        }
        return comment.id();
    }

    private static ContactId contact(Context ctx) {
        return ContactId.parse(ctx.pathParam("id"));
    }
}
