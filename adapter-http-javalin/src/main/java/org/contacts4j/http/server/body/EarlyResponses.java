package org.contacts4j.http.server.body;

import java.nio.ByteBuffer;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.http.server.error.ErrorFormat.FormattedError;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.error.Refusal.Reason;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Apis;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests that do not reach the router, in the error format of the API that the request addresses. */
public final class EarlyResponses {

    private final Apis apis;

    public EarlyResponses(Apis apis) {
        this.apis = apis;
    }

    /** Answers with a refusal. Always returns true. */
    public boolean refuse(Refusal refusal, Request request, Response response, Callback callback) {
        if (refusal.reason() == Reason.BUSY) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        }
        refusal.headers().forEach(response.getHeaders()::put);
        RequestHead head = RequestHead.of(request, response);
        return answer(apis.errorFormatFor(head).of(refusal, head), request, response, callback);
    }

    /** Answers with a failure that a retry may resolve; sets {@code Retry-After: 1}. Always returns true. */
    public boolean unavailable(ContactsFailure failure, Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        RequestHead head = RequestHead.of(request, response);
        return answer(apis.errorFormatFor(head).of(failure, head), request, response, callback);
    }

    private static boolean answer(FormattedError worded, Request request, Response response, Callback callback) {
        if (UnreadBodyHandler.hasBody(request)) {
            UnreadBodyHandler.leave(request, response);
        }
        response.setStatus(worded.status());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, Responses.JSON);
        headers.put(HttpHeader.CONTENT_LENGTH, worded.json().length);
        response.write(true, ByteBuffer.wrap(worded.json()), callback);
        return true;
    }
}
