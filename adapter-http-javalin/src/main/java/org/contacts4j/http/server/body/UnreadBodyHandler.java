package org.contacts4j.http.server.body;

import io.javalin.http.Context;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A handler that delivers an early response to clients that are still sending the body. Closing a connection with
 * unread bytes resets it, and the client loses the response. The server therefore responds at once, discards a bounded
 * part of the body, and then closes the connection.
 */
public final class UnreadBodyHandler extends Handler.Wrapper {

    private static final String LEFT = "org.contacts4j.http.unread";
    private static final long MAX_DISCARDED_BYTES = 16L * 1024 * 1024;
    private static final long MAX_SECONDS = 5;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, hasBody(request) ? new Discarding(request, callback) : callback);
    }

    static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Marks the body as unread and announces that the connection closes: no request can follow an unread body. */
    static void leave(Request request, Response response) {
        request.setAttribute(LEFT, true);
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
    }

    /** Returns whether the request has an unread body. */
    static boolean isUnread(Context ctx) {
        return ctx.attribute(LEFT) != null;
    }

    /** Completes the request after the response is written and the rest of the body is discarded. */
    private static final class Discarding implements Callback, Runnable {

        private final Request request;
        private final Callback callback;
        private long left = MAX_DISCARDED_BYTES;
        private boolean completed;
        private Scheduler.@Nullable Task timeout;

        Discarding(Request request, Callback callback) {
            this.request = request;
            this.callback = callback;
        }

        @Override
        public void succeeded() {
            if (isWorthDiscarding()) {
                timeout = request.getComponents().getScheduler().schedule(this::giveUp, MAX_SECONDS, TimeUnit.SECONDS);
                run();
            } else {
                callback.succeeded();
            }
        }

        /**
         * Returns whether to discard the rest of the body. A client rejected as too slow is not about to send anything.
         * A client that waits for status 100 has not begun to send.
         */
        private boolean isWorthDiscarding() {
            return request.getAttribute(LEFT) != null
                    && request.getAttribute(BodyArrival.WAITING) == null
                    && !request.getHeaders().contains(HttpHeader.EXPECT);
        }

        @Override
        public void failed(Throwable failure) {
            callback.failed(failure);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        @Override
        public void run() {
            if (discard()) {
                callback.succeeded();
            }
        }

        /** Discards the parts that have arrived. Returns true when this call completed the request. */
        private synchronized boolean discard() {
            while (!completed) {
                Content.@Nullable Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return false;
                }
                boolean ended = chunk.isLast() || Content.Chunk.isFailure(chunk);
                left -= chunk.remaining();
                chunk.release();
                if (ended || left < 0) {
                    return complete();
                }
            }
            return false;
        }

        private void giveUp() {
            request.getComponents().getExecutor().execute(() -> {
                if (complete()) {
                    callback.succeeded();
                }
            });
        }

        private synchronized boolean complete() {
            boolean first = !completed;
            completed = true;
            if (timeout != null) {
                timeout.cancel();
            }
            return first;
        }
    }
}
