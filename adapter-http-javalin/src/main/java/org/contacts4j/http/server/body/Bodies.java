package org.contacts4j.http.server.body;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.MediaTypes;
import org.contacts4j.http.server.request.PercentEncoding;
import org.contacts4j.http.server.request.RequestHead;
import org.eclipse.jetty.http.MultiPart;
import org.jspecify.annotations.Nullable;

/** Readers of request bodies. */
public final class Bodies {

    private static final Pattern JSON =
            Pattern.compile("application/([a-z0-9.!#$&^_-]+\\+)?json *(; *charset *= *\"?utf-8\"? *)?");

    private static final int MAX_FIELDS = 1_000;

    private Bodies() {}

    /**
     * Returns the bytes of a body that must be JSON in UTF-8. Returns them once only, so that they can be
     * garbage-collected as soon as they are parsed.
     *
     * @throws Refusal when the body has another media type or a content encoding
     * @throws ContactsFailure.Invalid when the body is empty
     */
    public static byte[] json(Context ctx) {
        refuseEncoded(ctx);
        if (isEmpty(ctx)) {
            throw new ContactsFailure.Invalid("body", "is required: a JSON object");
        }
        @Nullable ReceivedBody body = ctx.attribute(BodyBufferingHandler.BODY);
        if (body == null || !isJson(MediaTypes.of(ctx))) {
            throw Refusal.unsupportedMediaType("Send JSON in UTF-8, with Content-Type: application/json.");
        }
        return body.take();
    }

    /** Returns whether the content type is JSON in UTF-8; false for null. */
    public static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && JSON.matcher(contentType.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** Returns whether the body has no {@code Content-Encoding}, or {@code identity}. */
    public static boolean isPlain(RequestHead request) {
        return isPlain(request.header("Content-Encoding"));
    }

    /** Returns whether the request has no body. */
    public static boolean isEmpty(Context ctx) {
        @Nullable ReceivedBody body = ctx.attribute(BodyBufferingHandler.BODY);
        return (body == null || body.isEmpty())
                && ctx.attribute(BodyBufferingHandler.UPLOAD) == null
                && !UnreadBodyHandler.isUnread(ctx);
    }

    /** Returns whether the body is stored in a file. */
    public static boolean isUpload(Context ctx) {
        return ctx.attribute(BodyBufferingHandler.UPLOAD) != null;
    }

    /**
     * Adds the bytes of the body to a hash, those of a multipart form without its boundary. Of a body that was left unread
     * it adds the length. A body in memory can be read several times from now on.
     *
     * @throws IOException when the file that stores the upload cannot be read
     */
    public static void addTo(MessageDigest digest, Context ctx) throws IOException {
        @Nullable ReceivedBody body = ctx.attribute(BodyBufferingHandler.BODY);
        @Nullable Path file = ctx.attribute(BodyBufferingHandler.UPLOAD);
        if (body != null) {
            body.addTo(digest);
        }
        if (UnreadBodyHandler.isUnread(ctx)) {
            digest.update(("unread " + ctx.header("Content-Length")).getBytes(StandardCharsets.US_ASCII));
        }
        if (file != null) {
            try (OutputStream hash = hashOf(ctx, digest)) {
                Files.copy(file, hash);
            }
        }
    }

    private static OutputStream hashOf(Context ctx, MessageDigest digest) {
        @Nullable
        String boundary = MediaTypes.plain(MediaTypes.of(ctx)).equals(MediaTypes.MULTIPART)
                ? MultiPart.extractBoundary(String.valueOf(MediaTypes.of(ctx)))
                : null;
        return boundary == null
                ? new DigestOutputStream(OutputStream.nullOutputStream(), digest)
                : new FormHash(digest, boundary);
    }

    /**
     * Returns the fields of a form without files, in the order sent.
     *
     * @throws Refusal when the body has a content encoding or an unknown charset
     * @throws ContactsFailure.Invalid when the body is not percent-encoded UTF-8, or has more than 1,000 fields
     */
    public static Map<String, List<String>> form(Context ctx) {
        refuseEncoded(ctx);
        refuseUnknownCharset(ctx);
        @Nullable ReceivedBody body = ctx.attribute(BodyBufferingHandler.BODY);
        String form = body == null ? "" : new String(body.take(), StandardCharsets.UTF_8);
        if (form.chars().filter(c -> c == '&').count() >= MAX_FIELDS) {
            throw new ContactsFailure.Invalid("body", "must not hold more than " + MAX_FIELDS + " fields");
        }
        return PercentEncoding.pairs(form)
                .orElseThrow(() -> new ContactsFailure.Invalid("body", "is not a form in UTF-8"));
    }

    /**
     * Returns the file that stores the upload. The file exists until the response is complete.
     *
     * @throws Refusal when the body has a content encoding
     * @throws ContactsFailure.Invalid when the request has no body
     */
    public static Path upload(Context ctx) {
        refuseEncoded(ctx);
        @Nullable Path file = ctx.attribute(BodyBufferingHandler.UPLOAD);
        if (file == null) {
            throw new ContactsFailure.Invalid("body", "is required");
        }
        return file;
    }

    /** @throws Refusal when the request declares an unknown encoding */
    static void refuseUnknownCharset(Context ctx) {
        if (MediaTypes.hasUnknownCharset(MediaTypes.of(ctx))) {
            throw Refusal.unsupportedMediaType("The charset of the body is unknown. Send UTF-8.");
        }
    }

    private static void refuseEncoded(Context ctx) {
        if (!isPlain(ctx.header("Content-Encoding"))) {
            throw Refusal.unsupportedMediaType("Send the body as it is, without Content-Encoding.");
        }
    }

    private static boolean isPlain(@Nullable String encoding) {
        return encoding == null || encoding.strip().equalsIgnoreCase("identity");
    }
}
