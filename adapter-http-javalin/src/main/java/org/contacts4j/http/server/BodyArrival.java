package org.contacts4j.http.server;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One body on its way in: runs whenever a part of it has arrived, and waits for the next without a thread.
 *
 * @param <T> what becomes of the body
 */
final class BodyArrival<T> implements Invocable.Task {

    private static final Logger LOG = LoggerFactory.getLogger(BodyArrival.class);

    /** A body that is too large is still read so far: clients that are busy sending do not hear a refusal. */
    private static final long MAX_DISCARDED_BYTES = 16L * 1024 * 1024;

    private final Request request;
    private final BodySink<T> sink;
    private final Consumer<T> whenWhole;
    private final IntConsumer whenRefused;
    private long size;
    private boolean waited;

    /**
     * The body of a request.
     *
     * @param whenWhole is given what became of the body, on a thread that may block
     * @param whenRefused is given the status that says what is wrong with it
     */
    BodyArrival(Request request, BodySink<T> sink, Consumer<T> whenWhole, IntConsumer whenRefused) {
        this.request = request;
        this.sink = sink;
        this.whenWhole = whenWhole;
        this.whenRefused = whenRefused;
    }

    @Override
    public InvocationType getInvocationType() {
        return sink instanceof BodySink.InFile ? InvocationType.BLOCKING : InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
        Content.Chunk chunk = request.read();
        while (chunk != null) {
            if (Content.Chunk.isFailure(chunk)) {
                refuse(chunk.getFailure() instanceof HttpException http ? http.getCode() : 400);
                return;
            }
            boolean kept = keep(chunk);
            chunk.release();
            if (!kept || chunk.isLast() || size > sink.maxBytes() + MAX_DISCARDED_BYTES) {
                finish(kept);
                return;
            }
            chunk = request.read();
        }
        waited = true;
        request.demand(this);
    }

    /** Whether the chunk could be kept, as far as it needs to be. */
    private boolean keep(Content.Chunk chunk) {
        size += chunk.remaining();
        if (size > sink.maxBytes()) {
            sink.discard();
            return true;
        }
        try {
            sink.keep(chunk.getByteBuffer());
            return true;
        } catch (IOException e) {
            LOG.error("A body could not be stored", e);
            return false;
        }
    }

    private void finish(boolean kept) {
        if (!kept) {
            refuse(503);
        } else if (size > sink.maxBytes()) {
            refuse(413);
        } else if (waited) {
            request.getContext().execute(this::handOn);
        } else {
            handOn();
        }
    }

    private void handOn() {
        try {
            whenWhole.accept(sink.whole());
        } catch (IOException e) {
            LOG.error("A body could not be stored", e);
            refuse(503);
        }
    }

    private void refuse(int status) {
        sink.discard();
        whenRefused.accept(status);
    }
}
