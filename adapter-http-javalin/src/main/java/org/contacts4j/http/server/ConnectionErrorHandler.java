package org.contacts4j.http.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.contacts4j.http.server.ErrorFormat.FormattedError;
import org.contacts4j.http.server.Refusal.Reason;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests that fail before they reach a route: malformed HTTP, a body or header that is too large, a server
 * that is stopping.
 */
final class ConnectionErrorHandler implements Request.Handler {

    private final Apis apis;

    ConnectionErrorHandler(Apis apis) {
        this.apis = apis;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!response.getHeaders().contains(RequestIds.HEADER)) {
            String sent = request.getHeaders().get(RequestIds.HEADER);
            response.getHeaders().put(RequestIds.HEADER, RequestIds.acceptOrCreate(sent));
        }
        // A temporary file could not be created, for example because the disk is full.
        boolean files = request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof IOException;
        Refusal refusal = refusal(files ? 503 : response.getStatus());
        if (refusal.reason() == Reason.BUSY) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        }
        // Jetty closes the connection now. Without this header a client may reuse it and lose its next request.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        RequestHead head = RequestHead.of(request, response);
        FormattedError worded = apis.errorFormatFor(head).of(refusal, head);
        response.setStatus(worded.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Responses.JSON);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, worded.json().length);
        response.write(true, ByteBuffer.wrap(worded.json()), callback);
        return true;
    }

    /** Returns the refusal for the HTTP status of a request that did not reach a route. */
    static Refusal refusal(int status) {
        return switch (status) {
            case 404 -> Refusal.notFound();
            case 408 -> Refusal.of(Reason.TOO_SLOW, "The request took too long to arrive.");
            case 413 ->
                Refusal.of(
                        Reason.BODY_TOO_LARGE,
                        "The body is too large: 1 MiB is the most, 25 MiB for files and 1 GiB for imports.");
            case 414 -> Refusal.of(Reason.ADDRESS_TOO_LONG, "The address is too long.");
            case 431 -> Refusal.of(Reason.HEADERS_TOO_LARGE, "The headers are too many or too long.");
            case 503 -> Refusal.of(Reason.BUSY, "The server cannot take this now. Try again in a moment.");
            default ->
                status >= 500 ? Refusal.unexpected() : Refusal.of(Reason.NOT_HTTP, "The request is not valid HTTP.");
        };
    }
}
