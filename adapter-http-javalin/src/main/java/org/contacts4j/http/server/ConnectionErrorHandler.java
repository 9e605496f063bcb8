package org.contacts4j.http.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.contacts4j.http.server.error.ErrorFormat.FormattedError;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.error.Refusal.Reason;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestIds;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Apis;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests that fail before they reach a route: malformed HTTP, a body or header that is too large, a server
 * that is stopping.
 */
final class ConnectionErrorHandler implements Request.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionErrorHandler.class);

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
        StandardHeaders.put(apis, request, response);
        // A temporary file could not be created, for example because the disk is full.
        @Nullable Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        Refusal refusal = Refusal.ofStatus(cause instanceof IOException ? 503 : response.getStatus());
        if (refusal.reason() == Reason.DEFECT && cause instanceof Throwable defect) {
            LOG.error("Request {} failed", response.getHeaders().get(RequestIds.HEADER), defect);
        }
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
}
