package org.contacts4j.http.server;

import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/**
 * Gives a request to the next handler, and with it a thread, only when its whole body has arrived: however slowly many
 * clients send, they hold no thread. Jetty's own handler for this keeps the network buffers of what has arrived, of
 * whoever sends it; this one keeps the bytes alone, and only of those who are let in.
 */
final class WholeBodies extends Handler.Wrapper {

    /** The most bytes of a body. */
    static final int MAX_BYTES = 1024 * 1024;

    static final String BODY = "org.contacts4j.http.body";

    private final Predicate<Request> isLetIn;

    WholeBodies(Predicate<Request> isLetIn) {
        this.isLetIn = isLetIn;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request) || !isLetIn.test(request)) {
            return super.handle(request, response, callback);
        }
        if (request.getLength() > MAX_BYTES) {
            Response.writeError(request, response, callback, 413);
            return true;
        }
        Content.Source.asByteArrayAsync(request, MAX_BYTES, new Arrival(request, response, callback));
        return true;
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private boolean handleNext(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, callback);
    }

    private final class Arrival implements Promise.Invocable<byte[]> {

        private final Request request;
        private final Response response;
        private final Callback callback;

        Arrival(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public void succeeded(byte[] body) {
            request.setAttribute(BODY, body);
            request.getContext().execute(this::handOn);
        }

        @Override
        public void failed(Throwable failure) {
            // All that can go wrong besides framing and connections is the size.
            int status = failure instanceof HttpException http ? http.getCode() : tooLarge(failure) ? 413 : 400;
            Response.writeError(request, response, callback, status);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        private void handOn() {
            try {
                if (!handleNext(request, response, callback)) {
                    Response.writeError(request, response, callback, 404);
                }
            } catch (Exception e) {
                Response.writeError(request, response, callback, e);
            }
        }

        private boolean tooLarge(Throwable failure) {
            return failure instanceof IllegalStateException;
        }
    }
}
