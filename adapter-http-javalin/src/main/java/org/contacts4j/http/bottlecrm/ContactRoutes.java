package org.contacts4j.http.bottlecrm;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.attachment.AttachmentService;
import org.contacts4j.application.card.CardService;
import org.contacts4j.application.card.ContactCard;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.application.contact.query.CountedPage;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.http.bottlecrm.json.Body;
import org.contacts4j.http.server.body.Form;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The routes that list, create, show, change and delete contacts. */
final class ContactRoutes {

    private static final JsonWriter<Contact> CREATED = saved("Contact created Successfuly"); // sic
    private static final JsonWriter<Contact> UPDATED = saved("Contact Updated Successfully");

    private final ContactService contacts;
    private final AttachmentService attachments;
    private final CardService cards;
    private final Users users;

    ContactRoutes(Contacts4J contacts4j, Users users) {
        this.contacts = contacts4j.contacts();
        this.attachments = contacts4j.attachments();
        this.cards = contacts4j.cards();
        this.users = users;
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
        CountedPage found = contacts.listCounted(callerOf(ctx), request.filter(), request.pageRequest());
        answer(ctx, 200, ListAnswer.of(request, found, users.of(callerOf(ctx))), ListAnswer.WRITER);
    }

    private void create(Context ctx) throws IOException {
        Body body = Body.of(ctx);
        Patch<Contact> fields = ContactBody.toCreate(body.members());
        @Nullable Form file = body.file();
        Contact contact =
                file == null ? contacts.create(callerOf(ctx), fields) : createWith(file, callerOf(ctx), fields);
        answer(ctx, ResponseMode.of(ctx).created(), contact, CREATED);
    }

    private Contact createWith(Form file, Caller caller, Patch<Contact> fields) throws IOException {
        try (InputStream content = Files.newInputStream(file.content())) {
            return attachments.create(caller, fields, file.fileName(), content);
        }
    }

    private void show(Context ctx) {
        ContactCard card = cards.get(callerOf(ctx), id(ctx));
        answer(ctx, 200, new ContactDetail(card, users.of(callerOf(ctx))), ContactDetail.WRITER);
    }

    private void change(Context ctx) throws IOException {
        Contact contact = contacts.update(
                callerOf(ctx), id(ctx), ContactBody.toChange(Body.of(ctx).members()));
        answer(ctx, 200, contact, UPDATED);
    }

    private void remove(Context ctx) {
        contacts.remove(callerOf(ctx), id(ctx), Precondition.none());
        ResponseMode.of(ctx).deleted(ctx, "Contact Deleted Successfully.");
    }

    private static <T> void answer(Context ctx, int status, T value, JsonWriter<T> shape) {
        Responses.json(ctx, status, Json.write(new JsonWritable<>(value, shape)));
    }

    private static ContactId id(Context ctx) {
        return ContactId.parse(ctx.pathParam("pk"));
    }

    private static JsonWriter<Contact> saved(String message) {
        return new JsonWriter<Contact>()
                .all(contact -> contact, ContactJson.CONTACT)
                .flag("error", contact -> false)
                .text("message", contact -> message);
    }
}
