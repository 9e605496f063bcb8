package org.contacts4j.http.server.request;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.contacts4j.domain.network.IpAddress;
import org.contacts4j.domain.organization.Origin;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request. It determines the API, the authentication and the error format.
 *
 * @param path the path as sent, percent-encoded, as the router sees it; without the query string
 * @param headers returns the first header of a name, ignoring case; null when there is none
 * @param id the request id, which also appears in the log
 * @param connectorName the name of the connector that received the request; empty for the default connector
 * @param client the address of the client, behind trusted proxies
 */
public record RequestHead(
        String method,
        String path,
        UnaryOperator<@Nullable String> headers,
        String id,
        String connectorName,
        InetAddress client) {

    /** Request attribute: the connector name, absent for the default connector. */
    public static final String CONNECTOR = "org.contacts4j.http.connector";

    /** Request attribute: the address of the client, absent before {@code RateLimitHandler}. */
    public static final String CLIENT = "org.contacts4j.http.client";

    /** Returns the head of a request that has reached the router. */
    public static RequestHead of(Context ctx) {
        return new RequestHead(
                ctx.req().getMethod(),
                ctx.path(),
                ctx::header,
                RequestIds.of(ctx),
                orEmpty(ctx.attribute(CONNECTOR)),
                Objects.requireNonNull(ctx.<InetAddress>attribute(CLIENT)));
    }

    /** Returns the head of a request that has not reached the router. The request id is read from {@code response}. */
    public static RequestHead of(Request request, Response response) {
        return new RequestHead(
                request.getMethod(),
                String.valueOf(request.getHttpURI().getPath()),
                request.getHeaders()::get,
                String.valueOf(response.getHeaders().get(RequestIds.HEADER)),
                orEmpty(request.getConnectionMetaData().getConnector().getName()),
                request.getAttribute(CLIENT) instanceof InetAddress client
                        ? client
                        : RequestSource.of(request).peer());
    }

    /** Returns the origin of the request, for the audit log. */
    public Origin origin() {
        return new Origin(IpAddress.text(client), id);
    }

    private static String orEmpty(@Nullable String connectorName) {
        return connectorName == null ? "" : connectorName;
    }

    public @Nullable String header(String name) {
        return headers.apply(name);
    }

    /** Returns the media type of the body without its parameters, in lower case; empty when none was sent. */
    public String mediaType() {
        return MediaTypes.plain(header("Content-Type"));
    }
}
