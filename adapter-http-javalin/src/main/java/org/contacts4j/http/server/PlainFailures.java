package org.contacts4j.http.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what fails before it reaches a route: malformed HTTP, too large a body or header, a server that is stopping. */
final class PlainFailures implements Request.Handler {

    private final FailureText text;

    PlainFailures(FailureText text) {
        this.text = text;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String requestId = response.getHeaders().get(RequestIds.HEADER);
        if (requestId == null) {
            requestId = RequestIds.keepOrMake(request.getHeaders().get(RequestIds.HEADER));
            response.getHeaders().put(RequestIds.HEADER, requestId);
        }
        Refusal refusal = refusal(response.getStatus());
        if (refusal.status() == 503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        }
        // Jetty closes the connection now, and a client that does not hear of it would lose its next request.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        byte[] body = text.of(refusal, requestId);
        response.setStatus(refusal.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answers.JSON);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case 404 -> Refusal.notFound();
            case 408 -> Refusal.of(408, "REQUEST_TIMEOUT", "The request took too long to arrive.");
            case 413 ->
                Refusal.of(413, "PAYLOAD_TOO_LARGE", "The body is too large: 1 MiB is the most, 1 GiB for imports.");
            case 414 -> Refusal.of(414, "URI_TOO_LONG", "The address is too long.");
            case 431 -> Refusal.of(431, "HEADERS_TOO_LARGE", "The headers are too many or too long.");
            case 503 -> Refusal.of(503, "UNAVAILABLE", "The server cannot take this now. Try again in a moment.");
            default ->
                status >= 500
                        ? Refusal.unexpected()
                        : Refusal.of(400, "VALIDATION_ERROR", "The request is not valid HTTP.");
        };
    }
}
