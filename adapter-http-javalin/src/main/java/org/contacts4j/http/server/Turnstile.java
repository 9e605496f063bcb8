package org.contacts4j.http.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.http.server.Wording.Worded;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts every request before anything else is done for it. For one that is too much nothing else is done at all. */
final class Turnstile extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(Turnstile.class);

    private final Apis apis;

    Turnstile(Apis apis) {
        this.apis = apis;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RequestHead head = RequestHead.of(request, response);
        HttpFields.Mutable headers = response.getHeaders();
        try {
            request.setAttribute(Sender.OF_REQUEST, apis.count(head, origin(request), headers::put));
        } catch (Refusal refusal) {
            refusal.headers().forEach(headers::put);
            return answer(apis.wordingFor(head).of(refusal, head), request, response, callback);
        } catch (ContactsFailure failure) {
            LOG.warn("Request {} cannot be counted: {}", head.id(), String.valueOf(failure.getCause()));
            headers.put(HttpHeader.RETRY_AFTER, "1");
            return answer(apis.wordingFor(head).of(failure, head), request, response, callback);
        }
        return super.handle(request, response, callback);
    }

    private static boolean answer(Worded worded, Request request, Response response, Callback callback) {
        if (WholeBodies.hasBody(request)) {
            WholeBodies.leaveUnread(response);
        }
        response.setStatus(worded.status());
        response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answers.JSON);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, worded.json().length);
        response.write(true, ByteBuffer.wrap(worded.json()), callback);
        return true;
    }

    private static Origin origin(Request request) {
        InetAddress peer = request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
        return new Origin(peer, request.getHeaders()::getValuesList);
    }
}
