package org.contacts4j.http.server;

import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.http.server.body.EarlyResponses;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.error.Refusal.Reason;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestPath;
import org.contacts4j.http.server.request.RequestPrincipal;
import org.contacts4j.http.server.request.RequestSource;
import org.contacts4j.http.server.route.Apis;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A handler that determines the client, verifies the credential and counts the request before any other work is done. A
 * request above its rate limit is rejected at once.
 */
final class RateLimitHandler extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimitHandler.class);

    private static final String AMBIGUOUS =
            "The path must not have empty segments, or segments that are dots: send it resolved.";

    private final Apis apis;
    private final EarlyResponses answers;

    RateLimitHandler(Apis apis, EarlyResponses answers) {
        this.apis = apis;
        this.answers = answers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        request.setAttribute(RequestHead.CLIENT, apis.clientOf(RequestSource.of(request)));
        RequestHead head = RequestHead.of(request, response);
        if (!RequestPath.isPlain(head.path())) {
            return answers.refuse(Refusal.of(Reason.NOT_HTTP, AMBIGUOUS), request, response, callback);
        }
        try {
            request.setAttribute(RequestPrincipal.OF_REQUEST, apis.count(head, response.getHeaders()::put));
        } catch (Refusal refusal) {
            return answers.refuse(refusal, request, response, callback);
        } catch (ContactsFailure failure) {
            LOG.warn("Request {} cannot be counted: {}", head.id(), failure.getMessage());
            return answers.unavailable(failure, request, response, callback);
        }
        return super.handle(request, response, callback);
    }
}
