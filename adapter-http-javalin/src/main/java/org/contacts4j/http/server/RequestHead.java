package org.contacts4j.http.server;

import io.javalin.http.Context;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is known before its body: what decides which API is asked, who is let in, and how a refusal is worded.
 *
 * @param path as it was sent, percent-encoded, and as the router sees it; without the query string
 * @param headers the first header of a name, in whatever case; null when there is none
 * @param id names the request in the log
 * @param connectorName the name of the port it came in by; empty for the server's own
 */
public record RequestHead(
        String method, String path, UnaryOperator<@Nullable String> headers, String id, String connectorName) {

    /** The name under which a request carries its connectorName, unless it came in by the server's own port. */
    static final String CONNECTOR = "org.contacts4j.http.connector";

    /** The head of a request that has reached the router. */
    public static RequestHead of(Context ctx) {
        return new RequestHead(
                ctx.req().getMethod(), ctx.path(), ctx::header, RequestIds.of(ctx), orEmpty(ctx.attribute(CONNECTOR)));
    }

    /** The head of a request that has not; {@code response} names it. */
    static RequestHead of(Request request, Response response) {
        return new RequestHead(
                request.getMethod(),
                String.valueOf(request.getHttpURI().getPath()),
                request.getHeaders()::get,
                String.valueOf(response.getHeaders().get(RequestIds.HEADER)),
                orEmpty(request.getConnectionMetaData().getConnector().getName()));
    }

    private static String orEmpty(@Nullable String connectorName) {
        return connectorName == null ? "" : connectorName;
    }

    public @Nullable String header(String name) {
        return headers.apply(name);
    }

    /** The media type of the body without its parameters, in lower case; empty when none was sent. */
    public String mediaType() {
        return MediaTypes.plain(header("Content-Type"));
    }
}
