package org.contacts4j.http.server.body;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.error.Refusal.Reason;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestPrincipal;
import org.contacts4j.http.server.route.Apis;
import org.contacts4j.http.server.route.BodyPlan;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A handler that calls the next handler only after the whole body has arrived. Slow clients therefore hold no thread.
 * Jetty's own handler for this purpose retains the network buffers of every client. This handler stores only the bytes,
 * within a {@link Budget}, and only for callers that may use the route.
 */
public final class BodyBufferingHandler extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(BodyBufferingHandler.class);

    /** Request attribute: the body, a {@link ReceivedBody}. */
    static final String BODY = "org.contacts4j.http.body";

    /** Request attribute: the path of the file that stores the upload. */
    static final String UPLOAD = "org.contacts4j.http.upload";

    private static final String FILES = "org.contacts4j.http.files";

    /**
     * Divisor of the heap size. Parsed JSON takes up to 30 times the memory of its text, so all bodies together take at
     * most about half of the heap.
     */
    private static final int HEAP_DIVISOR = 64;

    /** Two bodies of the maximum size for each of two organizations, however small the heap is. */
    private static final long MIN_BYTES = 4L * BodySink.InMemory.MAX_BYTES;

    private static final int MAX_UPLOADS = 64;

    private final Apis apis;
    private final EarlyResponses answers;
    private final Budget memory =
            new Budget(Math.max(MIN_BYTES, Runtime.getRuntime().maxMemory() / HEAP_DIVISOR));
    private final Budget uploads = new Budget(MAX_UPLOADS);

    public BodyBufferingHandler(Apis apis, EarlyResponses answers) {
        this.apis = apis;
        this.answers = answers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!UnreadBodyHandler.hasBody(request)) {
            return super.handle(request, response, callback);
        }
        BodyPlan plan = apis.bodyOf(RequestHead.of(request, response), RequestPrincipal.of(request));
        if (plan instanceof BodyPlan.InMemory body && (body.isRead() || isTooLarge(request))) {
            return receive(body, request, response, callback);
        }
        if (plan instanceof BodyPlan.InFile body) {
            return receiveFile(body, request, response, callback);
        }
        UnreadBodyHandler.leave(request, response);
        return super.handle(request, response, callback);
    }

    private boolean receive(BodyPlan.InMemory body, Request request, Response response, Callback callback) {
        if (isTooLarge(request)) {
            return refuse(Reason.BODY_TOO_LARGE, request, response, callback);
        }
        BodySink.InMemory sink = new BodySink.InMemory(memory.share(body.organization()), request.getLength());
        Request.addCompletionListener(request, failure -> sink.discard());
        receive(BODY, sink, request, new ReleasingResponse(request, response, sink), callback);
        return true;
    }

    private boolean receiveFile(BodyPlan.InFile body, Request request, Response response, Callback callback) {
        try {
            return receive(body, request, response, callback);
        } catch (IOException e) {
            LOG.error("An upload cannot be stored", e);
            return refuse(Reason.BUSY, request, response, callback);
        }
    }

    private boolean receive(BodyPlan.InFile body, Request request, Response response, Callback callback)
            throws IOException {
        if (request.getLength() > body.maxBytes()) {
            return refuse(Reason.BODY_TOO_LARGE, request, response, callback);
        }
        Budget.Share share = uploads.share(body.organization());
        if (!TemporaryFiles.hasSpaceFor(request.getLength()) || !share.grow(1)) {
            return refuse(Reason.BUSY, request, response, callback);
        }
        Queue<Path> files = new ConcurrentLinkedQueue<>();
        request.setAttribute(FILES, files);
        Request.addCompletionListener(request, failure -> {
            share.release();
            files.forEach(TemporaryFiles::delete);
        });
        BodySink.InFile sink = new BodySink.InFile(share, body.maxBytes());
        Request.addCompletionListener(request, failure -> sink.discard());
        receive(UPLOAD, sink, request, response, callback);
        return true;
    }

    private static boolean isTooLarge(Request request) {
        return request.getLength() > BodySink.InMemory.MAX_BYTES;
    }

    private boolean refuse(Reason reason, Request request, Response response, Callback callback) {
        return answers.refuse(Refusal.ofStatus(reason.status()), request, response, callback);
    }

    private <T> void receive(
            String attribute, BodySink<T> sink, Request request, Response response, Callback callback) {
        new BodyArrival<>(
                        request,
                        sink,
                        body -> {
                            if (attribute.equals(UPLOAD)) {
                                // The body is complete: further delay is the server's, so the idle timeout no longer
                                // applies.
                                request.addIdleTimeoutListener(idle -> false);
                            }
                            request.setAttribute(attribute, body);
                            callNext(request, response, callback);
                        },
                        refusal -> answers.refuse(refusal, request, response, callback))
                .run();
    }

    /** Deletes the file when the response is complete. */
    static void deleteAfterwards(Context ctx, Path file) {
        Queue<Path> files = ctx.attribute(FILES);
        Objects.requireNonNull(files).add(file);
    }

    private void callNext(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    /** Releases the memory of the body before the client sees the response, so that its next request finds room. */
    private static final class ReleasingResponse extends Response.Wrapper {

        private final BodySink<?> body;

        ReleasingResponse(Request request, Response wrapped, BodySink<?> body) {
            super(request, wrapped);
            this.body = body;
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            body.discard();
            super.write(last, content, callback);
        }
    }
}
