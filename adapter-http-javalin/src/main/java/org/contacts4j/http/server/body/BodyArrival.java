package org.contacts4j.http.server.body;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.error.Refusal.Reason;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that receives one request body. It runs whenever a part of the body has arrived and holds no thread while it
 * waits for the next part. A timer of the server rejects a body that arrives slower than its {@link ReceiveRate}.
 *
 * @param <T> the type of the received body
 */
final class BodyArrival<T> implements Invocable.Task {

    /** Request attribute: set when the body was rejected because it arrived too slowly. */
    static final String WAITING = "org.contacts4j.http.waiting";

    private static final Logger LOG = LoggerFactory.getLogger(BodyArrival.class);

    private final Request request;
    private final BodySink<T> sink;
    private final Consumer<T> onComplete;
    private final Consumer<Refusal> onRejected;
    private final long begin = System.nanoTime();
    private long size;
    private long sizeAtCheck;
    private boolean waited;
    private boolean ended;
    private Scheduler.@Nullable Task check;

    /**
     * Creates the task.
     *
     * @param onComplete receives the complete body, on a thread that may block
     * @param onRejected receives the reason of a rejection, after the sink has been discarded
     */
    BodyArrival(Request request, BodySink<T> sink, Consumer<T> onComplete, Consumer<Refusal> onRejected) {
        this.request = request;
        this.sink = sink;
        this.onComplete = onComplete;
        this.onRejected = onRejected;
    }

    @Override
    public InvocationType getInvocationType() {
        return sink.blocks() ? InvocationType.BLOCKING : InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
        read().run();
    }

    /** Reads the parts that have arrived. Returns the action to run after the lock is released. */
    private synchronized Runnable read() {
        while (!ended) {
            Content.@Nullable Chunk chunk = request.read();
            if (chunk == null) {
                await();
                return BodyArrival::doNothing;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return refuse(refusalOf(chunk.getFailure()));
            }
            boolean last = chunk.isLast();
            @Nullable Refusal refusal = write(chunk);
            chunk.release();
            if (refusal != null) {
                return refuse(refusal);
            }
            if (last) {
                return finish();
            }
        }
        return BodyArrival::doNothing;
    }

    private void await() {
        if (!waited) {
            waited = true;
            scheduleCheck();
        }
        request.demand(this);
    }

    private @Nullable Refusal write(Content.Chunk chunk) {
        size += chunk.remaining();
        if (size > sink.maxBytes()) {
            return Refusal.ofStatus(Reason.BODY_TOO_LARGE.status());
        }
        try {
            return sink.write(chunk.getByteBuffer()) ? null : Refusal.ofStatus(Reason.BUSY.status());
        } catch (IOException e) {
            return unstored(e);
        }
    }

    private Runnable finish() {
        end();
        return waited ? () -> request.getContext().execute(this::callNext) : this::callNext;
    }

    private void callNext() {
        T whole;
        try {
            whole = sink.whole();
        } catch (IOException e) {
            refuse(unstored(e)).run();
            return;
        }
        onComplete.accept(whole);
    }

    private Runnable refuse(Refusal refusal) {
        end();
        sink.discard();
        return () -> onRejected.accept(refusal);
    }

    private void end() {
        ended = true;
        if (check != null) {
            check.cancel();
        }
    }

    private void scheduleCheck() {
        long left = sink.pace().total().toNanos() - (System.nanoTime() - begin);
        long delay = Math.min(sink.pace().window().toNanos(), left);
        check = request.getComponents().getScheduler().schedule(this::dispatchCheck, delay, TimeUnit.NANOSECONDS);
    }

    /**
     * Runs the check on the server's thread pool: the scheduler has one thread for the whole server, and the check may
     * delete a file.
     */
    private void dispatchCheck() {
        request.getComponents().getExecutor().execute(() -> checkRate().run());
    }

    private synchronized Runnable checkRate() {
        if (ended) {
            return BodyArrival::doNothing;
        }
        boolean late = System.nanoTime() - begin >= sink.pace().total().toNanos();
        if (late || size - sizeAtCheck < sink.pace().bytesInWindow()) {
            request.setAttribute(WAITING, true);
            return refuse(Refusal.ofStatus(Reason.TOO_SLOW.status()));
        }
        sizeAtCheck = size;
        scheduleCheck();
        return BodyArrival::doNothing;
    }

    private static void doNothing() {}

    private static Refusal unstored(IOException e) {
        LOG.error("A body could not be stored", e);
        return Refusal.ofStatus(Reason.BUSY.status());
    }

    private static Refusal refusalOf(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return Refusal.ofStatus(Reason.TOO_SLOW.status());
        }
        return Refusal.ofStatus(failure instanceof HttpException http ? http.getCode() : 400);
    }
}
