package org.contacts4j.http.server;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;

/** The bodies of requests. */
public final class Bodies {

    private static final Pattern JSON =
            Pattern.compile("application/([a-z0-9.!#$&^_-]+\\+)?json *(; *charset *= *\"?utf-8\"? *)?");

    private static final int MAX_FIELDS = 1_000;

    private Bodies() {}

    /**
     * The bytes of a body that must be JSON in UTF-8. They are given out once, so that they do not outlive their reading.
     *
     * @throws Refusal when it is something else, or compressed
     * @throws ContactsFailure.Invalid when there is none
     */
    public static byte[] json(Context ctx) {
        refuseEncoded(ctx);
        if (isEmpty(ctx)) {
            throw new ContactsFailure.Invalid("body", "is required: a JSON object");
        }
        @Nullable ReceivedBody body = ctx.attribute(BodyBufferingHandler.BODY);
        if (body == null || !isJson(ctx.contentType())) {
            throw Refusal.unsupportedMediaType("Send JSON in UTF-8, with Content-Type: application/json.");
        }
        return body.take();
    }

    /** Whether this is the media type of JSON in UTF-8. */
    public static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && JSON.matcher(contentType.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether the body is sent as it is, without {@code Content-Encoding}. */
    public static boolean isPlain(RequestHead request) {
        return isPlain(request.header("Content-Encoding"));
    }

    /** Whether the request has no body. */
    public static boolean isEmpty(Context ctx) {
        @Nullable ReceivedBody body = ctx.attribute(BodyBufferingHandler.BODY);
        return (body == null || body.isEmpty())
                && ctx.attribute(BodyBufferingHandler.UPLOAD) == null
                && !UnreadBodyHandler.isLeft(ctx);
    }

    /**
     * The fields of a body that is a form without files, in the order sent.
     *
     * @throws Refusal when it is compressed
     * @throws ContactsFailure.Invalid when it is not percent-encoded UTF-8, or holds more than 1,000 fields
     */
    public static Map<String, List<String>> form(Context ctx) {
        refuseEncoded(ctx);
        @Nullable ReceivedBody body = ctx.attribute(BodyBufferingHandler.BODY);
        String form = body == null ? "" : new String(body.take(), StandardCharsets.UTF_8);
        if (form.chars().filter(c -> c == '&').count() >= MAX_FIELDS) {
            throw new ContactsFailure.Invalid("body", "must not hold more than " + MAX_FIELDS + " fields");
        }
        return PercentEncoding.pairs(form)
                .orElseThrow(() -> new ContactsFailure.Invalid("body", "is not a form in UTF-8"));
    }

    /**
     * The file that an upload was stored in, until the request is answered.
     *
     * @throws Refusal when it is compressed
     * @throws ContactsFailure.Invalid when there is none
     */
    public static Path upload(Context ctx) {
        refuseEncoded(ctx);
        @Nullable Path file = ctx.attribute(BodyBufferingHandler.UPLOAD);
        if (file == null) {
            throw new ContactsFailure.Invalid("body", "is required");
        }
        return file;
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
