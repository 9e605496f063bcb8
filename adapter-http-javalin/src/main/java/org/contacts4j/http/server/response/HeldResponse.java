package org.contacts4j.http.server.response;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.contacts4j.application.idempotency.RecordedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A response that a route has completed and the server has not sent. While it is open, {@link Responses} stores the
 * response of the route here.
 */
public final class HeldResponse implements AutoCloseable {

    /** The recorded header with the content type of a file; other bodies are JSON. */
    static final String CONTENT_TYPE = "Content-Type";

    private static final String ATTRIBUTE = "org.contacts4j.http.held";

    private final Context ctx;
    private final Set<String> headersBefore;
    private @Nullable RecordedAnswer answer;

    private HeldResponse(Context ctx) {
        this.ctx = ctx;
        this.headersBefore = Set.copyOf(headerNames());
    }

    /** Holds the response of this request from now on. */
    public static HeldResponse of(Context ctx) {
        HeldResponse held = new HeldResponse(ctx);
        ctx.attribute(ATTRIBUTE, held);
        return held;
    }

    /** Returns the response of the route with the headers that it has set; empty if the route has not responded. */
    public Optional<RecordedAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    /** Drops the response and the headers that the route has set. */
    public void clear() {
        answer = null;
        for (String name : headersOfRoute()) {
            ctx.res().setHeader(name, null);
        }
    }

    /** Stores the response if the request is held. Returns false if it is to be sent. */
    static boolean holds(Context ctx, int status, @Nullable Long version, byte[] body) {
        return holds(ctx, status, version, body, Map.of());
    }

    /** Stores a file as {@link #holds} stores JSON. */
    static boolean holdsFile(Context ctx, int status, String contentType, byte[] file) {
        return holds(ctx, status, null, file, Map.of(CONTENT_TYPE, contentType));
    }

    private static boolean holds(
            Context ctx, int status, @Nullable Long version, byte[] body, Map<String, String> further) {
        @Nullable HeldResponse held = ctx.attribute(ATTRIBUTE);
        if (held != null) {
            Map<String, String> headers = new TreeMap<>(further);
            held.headersOfRoute().forEach(name -> headers.put(name, ctx.res().getHeader(name)));
            held.answer = new RecordedAnswer(status, version, headers, body);
        }
        return held != null;
    }

    /** Sends further responses of this request instead of holding them. */
    @Override
    public void close() {
        ctx.attribute(ATTRIBUTE, null);
    }

    private List<String> headersOfRoute() {
        return headerNames().stream()
                .filter(name -> !headersBefore.contains(name))
                .toList();
    }

    private Collection<String> headerNames() {
        return ctx.res().getHeaderNames();
    }
}
