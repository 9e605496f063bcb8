package org.contacts4j.http.server.response;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.contacts4j.application.idempotency.RecordedAnswer;
import org.contacts4j.http.server.request.RequestIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes responses. The body is compressed when it is large enough and the client accepts gzip. */
public final class Responses {

    /** The content type of every JSON response. */
    public static final String JSON = "application/json;charset=utf-8";

    private static final Logger LOG = LoggerFactory.getLogger(Responses.class);
    private static final int WORTH_COMPRESSING = 1024;
    private static final byte[] NO_BODY = {};

    private Responses() {}

    /** Sends this JSON. */
    public static void json(Context ctx, int status, byte[] json) {
        if (!HeldResponse.holds(ctx, status, null, json)) {
            write(ctx, status, json, AcceptEncoding.acceptsGzip(ctx.header("Accept-Encoding")));
        }
    }

    /** Sends the JSON of a record. The version becomes the ETag. */
    public static void record(Context ctx, int status, byte[] json, long version) {
        if (HeldResponse.holds(ctx, status, version, json)) {
            return;
        }
        boolean gzip = isWorthCompressing(json) && AcceptEncoding.acceptsGzip(ctx.header("Accept-Encoding"));
        ctx.header("ETag", ETags.of(version, gzip));
        write(ctx, status, json, gzip);
    }

    /** Sends a small file. The route sets the headers that describe it. */
    public static void file(Context ctx, int status, String contentType, byte[] file) {
        if (!HeldResponse.holdsFile(ctx, status, contentType, file)) {
            // Otherwise Javalin appends its default character set to every content type.
            ctx.res().setCharacterEncoding(null);
            ctx.res().setStatus(status);
            ReadPositions.put(ctx);
            ctx.res().setContentType(contentType);
            ctx.res().setContentLength(file.length);
            send(ctx.res(), file);
        }
    }

    /** Sends status 304: the client has this version. */
    public static void notModified(Context ctx, long version) {
        ctx.header("ETag", ETags.of(version, false));
        empty(ctx, 304);
    }

    /** Sends a status and headers without a body. */
    public static void empty(Context ctx, int status) {
        if (!HeldResponse.holds(ctx, status, null, NO_BODY)) {
            ReadPositions.put(ctx);
            ctx.res().setContentType(null);
            ctx.status(status);
        }
    }

    /** Sends an answer that was recorded. */
    public static void send(Context ctx, RecordedAnswer answer) {
        answer.headers().forEach(ctx::header);
        @Nullable String contentType = answer.headers().get(HeldResponse.CONTENT_TYPE);
        if (contentType != null) {
            file(ctx, answer.status(), contentType, answer.body());
        } else if (answer.body().length == 0) {
            empty(ctx, answer.status());
        } else if (answer.version() == null) {
            json(ctx, answer.status(), answer.body());
        } else {
            record(ctx, answer.status(), answer.body(), answer.version());
        }
    }

    private static void write(Context ctx, int status, byte[] json, boolean gzip) {
        if (gzip && isWorthCompressing(json)) {
            writeCompressed(ctx, status, compressed(json));
        } else {
            write(ctx, status, json);
        }
    }

    static boolean isWorthCompressing(byte[] json) {
        return json.length >= WORTH_COMPRESSING;
    }

    static void writeCompressed(Context ctx, int status, byte[] compressed) {
        ctx.res().setHeader("Content-Encoding", "gzip");
        write(ctx, status, compressed);
    }

    static void write(Context ctx, int status, byte[] body) {
        ReadPositions.put(ctx);
        HttpServletResponse response = ctx.res();
        response.setStatus(status);
        response.setContentType(JSON);
        response.setContentLength(body.length);
        send(response, body);
    }

    /**
     * Writes directly to the servlet response. The body is compressed already or must not be, so it bypasses Javalin's
     * compression.
     */
    private static void send(HttpServletResponse response, byte[] body) {
        try {
            response.getOutputStream().write(body);
        } catch (IOException e) {
            LOG.debug("Request {}: the client closed the connection", response.getHeader(RequestIds.HEADER), e);
        }
    }

    static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
