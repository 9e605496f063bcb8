package org.contacts4j.http.repzo;

import static org.contacts4j.http.auth.Authentication.callerOf;
import static org.contacts4j.http.auth.Authentication.profileOf;

import io.javalin.http.Context;
import java.util.Map;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.JsonWriter;

/** The routes that list, create, show, change and delete contacts. */
final class ContactRoutes {

    private final ContactService contacts;

    ContactRoutes(ContactService contacts) {
        this.contacts = contacts;
    }

    void addTo(Routes routes) {
        routes.get("", this::list)
                .post("", this::create)
                .get("/{id}", this::show)
                .put("/{id}", this::change)
                .delete("/{id}", this::remove);
    }

    private void list(Context ctx) {
        ListRequest request = ListRequest.of(ctx);
        ListAnswer answer =
                new ListAnswer(request, contacts.list(callerOf(ctx), request.filter(), request.pageRequest()));
        answer(
                ctx,
                200,
                answer,
                ResponseMode.of(ctx) == ResponseMode.SDK ? ListAnswer.FOR_SDK : ListAnswer.FOR_API_PAGE);
    }

    private void create(Context ctx) {
        Map<?, ?> body = Json.readObject(Bodies.json(ctx));
        Map<String, Object> creator = Creator.of(callerOf(ctx), profileOf(ctx));
        answer(ctx, 201, contacts.create(callerOf(ctx), ContactBody.toCreate(body, creator)));
    }

    private void show(Context ctx) {
        answer(ctx, 200, contacts.get(callerOf(ctx), id(ctx)));
    }

    private void change(Context ctx) {
        Map<?, ?> body = Json.readObject(Bodies.json(ctx));
        answer(ctx, 200, contacts.update(callerOf(ctx), id(ctx), ContactBody.toChange(body)));
    }

    /** Deletes the contact and responds with it. */
    private void remove(Context ctx) {
        answer(ctx, 200, contacts.remove(callerOf(ctx), id(ctx), Precondition.none()));
    }

    private static void answer(Context ctx, int status, Contact contact) {
        answer(
                ctx,
                status,
                contact,
                ResponseMode.of(ctx) == ResponseMode.SDK ? ContactJson.FOR_SDK : ContactJson.FOR_API_PAGE);
    }

    private static <T> void answer(Context ctx, int status, T value, JsonWriter<T> shape) {
        Responses.json(ctx, status, Json.write(new JsonWritable<>(value, shape)));
    }

    private static ContactId id(Context ctx) {
        return ContactId.parse(ctx.pathParam("id"));
    }
}
