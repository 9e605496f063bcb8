package org.contacts4j.http.server;

import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gives a request to the next handler, and with it a thread, only when its whole body has arrived: however slowly many
 * clients send, they hold no thread. Jetty's own handler for this keeps the network buffers of what has arrived, of
 * whoever sends it; this one keeps the bytes alone, and only of those who are let in.
 */
final class WholeBodies extends Handler.Wrapper {

    /** The name under which a request carries its body. */
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
        new BodyArrival(
                        request,
                        body -> {
                            request.setAttribute(BODY, body);
                            handOn(request, response, callback);
                        },
                        status -> Response.writeError(request, response, callback, status))
                .run();
        return true;
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private void handOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }
}
