package org.contacts4j.http.attachment;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.contacts4j.application.attachment.AttachmentService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.canonical.DataJson;
import org.contacts4j.http.server.body.Form;
import org.contacts4j.http.server.request.MediaTypes;
import org.contacts4j.http.server.response.Download;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/** The routes of attachments in the canonical API. */
public final class AttachmentRoutes {

    private static final String FILE = "file";
    private static final Pattern ATTACHMENTS = Pattern.compile("/contacts/[^/]+/attachments/?");
    private static final Json.Writer<AttachmentJson> ATTACHMENT = Json.writerOf(AttachmentJson.class);

    @SuppressWarnings("rawtypes")
    private static final Json.Writer<DataJson> LIST = Json.writerOf(DataJson.class);

    private final AttachmentService attachments;

    public AttachmentRoutes(AttachmentService attachments) {
        this.attachments = attachments;
    }

    /**
     * Returns whether a request uploads a file.
     *
     * @param path the path without the prefix of the routes
     * @param mediaType the media type of the body, without parameters
     */
    public static boolean acceptsFile(String method, String path, String mediaType) {
        return method.equals("POST")
                && mediaType.equals(MediaTypes.MULTIPART)
                && ATTACHMENTS.matcher(path).matches();
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/contacts/{id}/attachments", this::list)
                .post("/contacts/{id}/attachments", this::add)
                .get("/contacts/{id}/attachments/{attachmentId}", this::download)
                .delete("/contacts/{id}/attachments/{attachmentId}", this::remove);
    }

    private void list(Context ctx) {
        Responses.json(
                ctx,
                200,
                LIST.write(DataJson.from(attachments.list(callerOf(ctx), contact(ctx)), AttachmentJson::from)));
    }

    private void add(Context ctx) throws IOException {
        Caller caller = callerOf(ctx);
        Form form = Form.read(ctx, FILE);
        @Nullable Path file = form.file();
        if (file == null) {
            throw new ContactsFailure.Invalid(FILE, "is required: a part of the form with the file");
        }
        try (InputStream content = Files.newInputStream(file)) {
            Attachment attachment = attachments.add(caller, contact(ctx), form.fileName(), content);
            AttachmentJson json = AttachmentJson.from(attachment);
            ctx.header("Location", json.url());
            Responses.json(ctx, 201, ATTACHMENT.write(json));
        }
    }

    private void download(Context ctx) throws IOException {
        Attachment attachment = attachment(ctx);
        Download download = Download.of(attachment.fileName(), attachment.contentType(), attachment.size());
        if (ctx.method().name().equals("HEAD")) {
            download.describe(ctx);
        } else {
            download.send(ctx, attachments.open(callerOf(ctx), attachment.id()));
        }
    }

    private void remove(Context ctx) {
        attachments.remove(callerOf(ctx), attachment(ctx).id());
        Responses.empty(ctx, 204);
    }

    /** Returns the attachment in the path. An attachment of another contact is treated as absent. */
    private Attachment attachment(Context ctx) {
        Attachment attachment = attachments.get(callerOf(ctx), AttachmentId.parse(ctx.pathParam("attachmentId")));
        if (!attachment.contactId().equals(contact(ctx))) {
            throw new ContactsFailure.NotFound("attachment");
        }
        return attachment;
    }

    private static ContactId contact(Context ctx) {
        return ContactId.parse(ctx.pathParam("id"));
    }
}
