package org.contacts4j.http.server.idempotency;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.contacts4j.application.idempotency.RepeatableRequest;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.request.MediaTypes;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash of parts of a request. */
final class RequestHash {

    private static final int ABSENT = -1;

    private final MessageDigest digest;

    private RequestHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Returns the identity and the content of a request. The content includes the data scope of the caller, so that an
     * answer is not replayed to a token of the same member that sees less.
     *
     * @param caller null for a caller without a token
     * @throws IOException when an uploaded file cannot be read
     */
    static RepeatableRequest of(Context ctx, @Nullable Caller caller, String key) throws IOException {
        String path = ctx.path();
        String id = new RequestHash()
                .add(caller == null ? null : caller.member().value())
                .add(path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                .add(key)
                .hex();
        RequestHash content = new RequestHash()
                .add(caller == null ? null : caller.data().name())
                .add(ctx.queryString())
                .add(mediaType(ctx))
                .add(ctx.header("If-Match"));
        Bodies.addTo(content.digest, ctx);
        return new RepeatableRequest(id, content.hex());
    }

    private static @Nullable String mediaType(Context ctx) {
        String plain = MediaTypes.plain(MediaTypes.of(ctx));
        return plain.equals(MediaTypes.MULTIPART) ? plain : MediaTypes.of(ctx);
    }

    /** Adds a text after its length, so that different texts in a row never have the same hash. */
    private RequestHash add(@Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? ABSENT : bytes.length)
                .flip());
        digest.update(bytes);
        return this;
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
