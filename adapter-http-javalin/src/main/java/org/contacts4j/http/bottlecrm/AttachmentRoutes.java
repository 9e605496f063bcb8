package org.contacts4j.http.bottlecrm;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.bottlecrm.json.Body;
import org.contacts4j.http.bottlecrm.json.Messages;
import org.contacts4j.http.server.body.Form;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;
import org.jspecify.annotations.Nullable;

/** The routes that add a comment, a file or both to a contact, and that delete an attachment. */
final class AttachmentRoutes {

    private final Contacts4J contacts4j;

    AttachmentRoutes(Contacts4J contacts4j) {
        this.contacts4j = contacts4j;
    }

    void addTo(Routes routes) {
        routes.delete("/attachment/{pk}", this::remove).post("/{pk}", this::add);
    }

    /** Stores the file first, since more checks can refuse a file than a comment. */
    private void add(Context ctx) throws IOException {
        Caller caller = callerOf(ctx);
        ContactId contact = ContactId.parse(ctx.pathParam("pk"));
        Body body = Body.of(ctx);
        Optional<String> comment = body.comment();
        @Nullable Form file = body.file();
        if (comment.isEmpty() && file == null) {
            contacts4j.contacts().get(caller, contact);
            throw new ContactsFailure.Invalid("comment", Messages.REQUIRED);
        }
        if (file != null) {
            try (InputStream content = Files.newInputStream(file.content())) {
                contacts4j.attachments().add(caller, contact, file.fileName(), content);
            }
        }
        comment.ifPresent(text -> contacts4j.comments().add(caller, contact, text));
        Responses.json(
                ctx,
                200,
                Json.write(new JsonWritable<>(contacts4j.cards().get(caller, contact), ContactDetail.WITH_COMMENTS)));
    }

    private void remove(Context ctx) {
        contacts4j.attachments().remove(callerOf(ctx), AttachmentId.parse(ctx.pathParam("pk")));
        ResponseMode.of(ctx).deleted(ctx, "Attachment Deleted Successfully");
    }
}
