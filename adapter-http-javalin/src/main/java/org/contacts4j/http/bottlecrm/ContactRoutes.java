package org.contacts4j.http.bottlecrm;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.io.IOException;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.application.contact.CountedPage;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.Precondition;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.http.json.Json;
import org.contacts4j.http.json.Shape;
import org.contacts4j.http.json.Shaped;
import org.contacts4j.http.server.Answers;
import org.contacts4j.http.server.Routes;

/** Contacts: listed, created, shown, changed and deleted. */
final class ContactRoutes {

    private static final Shape<Contact> CREATED = saved("Contact created Successfuly"); // sic
    private static final Shape<Contact> UPDATED = saved("Contact Updated Successfully");

    private final ContactService contacts;

    ContactRoutes(ContactService contacts) {
        this.contacts = contacts;
    }

    void addTo(Routes routes) {
        routes.get("", this::list)
                .post("", this::create)
                .get("/{pk}", this::show)
                .put("/{pk}", this::change)
                .patch("/{pk}", this::change)
                .delete("/{pk}", this::remove);
    }

    private void list(Context ctx) {
        ListRequest request = ListRequest.of(ctx);
        CountedPage found = contacts.listCounted(callerOf(ctx), request.query());
        Answers.json(ctx, 200, Json.write(new Shaped<>(new ListAnswer(request, found), ListAnswer.SHAPE)));
    }

    private void create(Context ctx) throws IOException {
        Contact contact =
                contacts.create(callerOf(ctx), ContactBody.toCreate(Body.of(ctx).members()));
        answer(ctx, Mode.of(ctx).created(), contact, CREATED);
    }

    private void show(Context ctx) {
        answer(ctx, 200, contacts.get(callerOf(ctx), id(ctx)), ContactDetail.SHAPE);
    }

    private void change(Context ctx) throws IOException {
        Contact contact = contacts.change(
                callerOf(ctx), id(ctx), ContactBody.toChange(Body.of(ctx).members()), Precondition.none());
        answer(ctx, 200, contact, UPDATED);
    }

    private void remove(Context ctx) {
        contacts.remove(callerOf(ctx), id(ctx), Precondition.none());
        Mode.of(ctx).deleted(ctx, "Contact Deleted Successfully.");
    }

    private static <T> void answer(Context ctx, int status, T value, Shape<T> shape) {
        Answers.json(ctx, status, Json.write(new Shaped<>(value, shape)));
    }

    private static ContactId id(Context ctx) {
        return ContactId.parse(ctx.pathParam("pk"));
    }

    private static Shape<Contact> saved(String message) {
        return new Shape<Contact>()
                .all(contact -> contact, ContactJson.CONTACT)
                .flag("error", contact -> false)
                .text("message", contact -> message);
    }
}
