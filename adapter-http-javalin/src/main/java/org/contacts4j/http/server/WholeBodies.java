package org.contacts4j.http.server;

import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
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

    /** The name under which a request carries the file that its upload was stored in. */
    static final String UPLOAD = "org.contacts4j.http.upload";

    private static final String FILES = "org.contacts4j.http.files";

    private final Apis apis;

    WholeBodies(Apis apis) {
        this.apis = apis;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RequestHead head = RequestHead.of(request, response);
        if (!hasBody(request)) {
            return super.handle(request, response, callback);
        }
        if (!apis.letIn(head)) {
            leaveUnread(response);
            return super.handle(request, response, callback);
        }
        long fileLimit = apis.fileLimit(head);
        if (fileLimit > 0) {
            BodySink.InFile sink = new BodySink.InFile(fileLimit);
            Queue<Path> files = new ConcurrentLinkedQueue<>();
            request.setAttribute(FILES, files);
            Request.addCompletionListener(request, failure -> {
                sink.discard();
                files.forEach(TemporaryFiles::delete);
            });
            receive(UPLOAD, sink, request, response, callback);
        } else {
            receive(BODY, new BodySink.InMemory(), request, response, callback);
        }
        return true;
    }

    private <T> void receive(
            String attribute, BodySink<T> sink, Request request, Response response, Callback callback) {
        new BodyArrival<>(
                        request,
                        sink,
                        body -> {
                            if (attribute.equals(UPLOAD)) {
                                // From here on it is the server that takes its time.
                                request.addIdleTimeoutListener(idle -> false);
                            }
                            request.setAttribute(attribute, body);
                            handOn(request, response, callback);
                        },
                        status -> Response.writeError(request, response, callback, status))
                .run();
    }

    /** Has a file deleted when the request is answered. */
    static void deleteAfterwards(Context ctx, Path file) {
        Queue<Path> files = ctx.attribute(FILES);
        Objects.requireNonNull(files).add(file);
    }

    /** Nobody reads the body, so nothing can come behind it; a client that is not told would send its next request. */
    static void leaveUnread(Response response) {
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
    }

    static boolean hasBody(Request request) {
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
