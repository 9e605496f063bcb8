package org.contacts4j.http.server.response;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A JSON response that never changes. It is compressed once; its ETag is a hash of the JSON. */
public final class CachedResponse {

    private final byte[] json;
    private final byte[] compressed;
    private final String tag;

    public CachedResponse(byte[] json) {
        this.json = json;
        this.compressed = Responses.compressed(json);
        this.tag = hash(json);
    }

    /** Sends the JSON, or status 304 when the client has the current version. */
    public void send(Context ctx) {
        boolean gzip = Responses.isWorthCompressing(json) && AcceptEncoding.acceptsGzip(ctx.header("Accept-Encoding"));
        ctx.header("ETag", "\"" + tag + (gzip ? "-gzip\"" : "\""));
        // The document is public, and clients keep it as long as the server confirms its tag.
        ctx.header("Cache-Control", "no-cache");
        if (isKnown(ctx.header("If-None-Match"))) {
            Responses.empty(ctx, 304);
        } else if (gzip) {
            Responses.writeCompressed(ctx, 200, compressed);
        } else {
            Responses.write(ctx, 200, json);
        }
    }

    private boolean isKnown(@Nullable String sent) {
        return sent != null && (sent.strip().equals("*") || sent.contains(tag));
    }

    private static String hash(byte[] json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
