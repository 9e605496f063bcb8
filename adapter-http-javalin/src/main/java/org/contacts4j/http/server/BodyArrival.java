package org.contacts4j.http.server;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/** One body on its way in: runs whenever a part of it has arrived, and waits for the next without a thread. */
final class BodyArrival implements Invocable.Task {

    private static final int MAX_BYTES = 1024 * 1024;

    /** A body that is too large is still read so far: clients that are busy sending do not hear a refusal. */
    private static final long MAX_DISCARDED_BYTES = 16L * MAX_BYTES;

    private final Request request;
    private final Consumer<byte[]> whenWhole;
    private final IntConsumer whenRefused;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private long size;
    private boolean waited;

    /**
     * The body of a request.
     *
     * @param whenWhole is given the body, on a thread that may block
     * @param whenRefused is given the status that says what is wrong with it
     */
    BodyArrival(Request request, Consumer<byte[]> whenWhole, IntConsumer whenRefused) {
        this.request = request;
        this.whenWhole = whenWhole;
        this.whenRefused = whenRefused;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
        Content.Chunk chunk = request.read();
        while (chunk != null) {
            if (Content.Chunk.isFailure(chunk)) {
                whenRefused.accept(chunk.getFailure() instanceof HttpException http ? http.getCode() : 400);
                return;
            }
            keep(chunk);
            chunk.release();
            if (chunk.isLast() || size > MAX_DISCARDED_BYTES) {
                finish();
                return;
            }
            chunk = request.read();
        }
        waited = true;
        request.demand(this);
    }

    private void keep(Content.Chunk chunk) {
        size += chunk.remaining();
        if (size <= MAX_BYTES) {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(bytes);
            body.writeBytes(bytes);
        } else {
            body.reset();
        }
    }

    private void finish() {
        if (size > MAX_BYTES) {
            whenRefused.accept(413);
        } else if (waited) {
            request.getContext().execute(() -> whenWhole.accept(body.toByteArray()));
        } else {
            whenWhole.accept(body.toByteArray());
        }
    }
}
