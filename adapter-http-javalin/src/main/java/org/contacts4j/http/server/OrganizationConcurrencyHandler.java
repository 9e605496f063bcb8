package org.contacts4j.http.server;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.contacts4j.http.server.body.EarlyResponses;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestPrincipal;
import org.contacts4j.http.server.route.Apis;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A handler that limits the number of threads that serve one organization, so that threads remain for the others.
 * Further requests of the organization wait in a queue without a thread, for at most 3 seconds. Requests to public
 * organizations without a token share one queue.
 */
final class OrganizationConcurrencyHandler extends Handler.Wrapper {

    private static final String ANONYMOUS = "";
    private static final int WAITING = 200;
    private static final long WAIT_MILLIS = 3_000;
    private static final String REFUSAL =
            "Your organization has too many requests in progress. Wait for their answers, or try again.";

    private final Apis apis;
    private final EarlyResponses answers;
    private final int threads;
    private final ConcurrentHashMap<String, OrganizationQueue> queues = new ConcurrentHashMap<>();

    /** Creates the handler with a maximum number of threads for one organization. */
    OrganizationConcurrencyHandler(Apis apis, EarlyResponses answers, int threads) {
        this.apis = apis;
        this.answers = answers;
        this.threads = threads;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<String> organization = organizationOf(request, response);
        if (organization.isEmpty()) {
            return super.handle(request, response, callback);
        }
        QueuedRequest queued = new QueuedRequest(organization.get(), request, response, callback);
        return switch (enter(queued)) {
            case WORKING -> work(queued);
            case WAITING -> {
                queued.startTimeout();
                yield true;
            }
            case REFUSED -> queued.refuse();
        };
    }

    private Optional<String> organizationOf(Request request, Response response) {
        @Nullable RequestPrincipal sender = RequestPrincipal.of(request);
        if (sender != null) {
            return Optional.of(sender.caller().organization().value());
        }
        return apis.admitsAnonymous(RequestHead.of(request, response)) ? Optional.of(ANONYMOUS) : Optional.empty();
    }

    private State enter(QueuedRequest queued) {
        queues.compute(queued.organization, (organization, queue) -> {
            OrganizationQueue known = queue == null ? new OrganizationQueue() : queue;
            queued.state = known.enter(queued, threads);
            return known;
        });
        return queued.state;
    }

    /**
     * Serves the request. Only threads are counted: a response that is still being sent when this method returns, such
     * as a file, holds none.
     */
    private boolean work(QueuedRequest queued) throws Exception {
        try {
            return super.handle(queued.request, queued.response, queued.callback);
        } finally {
            leave(queued.organization);
        }
    }

    private void leave(String organization) {
        QueuedRequest[] next = new QueuedRequest[1];
        queues.computeIfPresent(organization, (name, queue) -> {
            next[0] = queue.leave();
            return queue.working == 0 ? null : queue;
        });
        if (next[0] != null) {
            QueuedRequest queued = next[0];
            queued.request.getComponents().getExecutor().execute(() -> resume(queued));
        }
    }

    private void resume(QueuedRequest queued) {
        queued.cancelTimeout();
        try {
            if (!work(queued)) {
                Response.writeError(queued.request, queued.response, queued.callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(queued.request, queued.response, queued.callback, e);
        }
    }

    private void expire(QueuedRequest queued) {
        boolean[] waited = new boolean[1];
        queues.computeIfPresent(queued.organization, (name, queue) -> {
            waited[0] = queue.waiting.remove(queued);
            return queue;
        });
        if (waited[0]) {
            queued.refuse();
        }
    }

    private enum State {
        WORKING,
        WAITING,
        REFUSED
    }

    /**
     * The running and queued requests of one organization. Accessed only inside the map's {@code compute} methods, by
     * one thread at a time.
     */
    private static final class OrganizationQueue {

        private final Queue<QueuedRequest> waiting = new ArrayDeque<>();
        private int working;

        State enter(QueuedRequest queued, int threads) {
            if (working < threads) {
                working++;
                return State.WORKING;
            }
            if (waiting.size() >= WAITING) {
                return State.REFUSED;
            }
            waiting.add(queued);
            return State.WAITING;
        }

        /**
         * Returns the next queued request, which takes over the permit of the finished one; null when the queue is
         * empty.
         */
        @Nullable
        QueuedRequest leave() {
            @Nullable QueuedRequest next = waiting.poll();
            if (next == null) {
                working--;
            }
            return next;
        }
    }

    /** A running or queued request. */
    private final class QueuedRequest {

        private final String organization;
        private final Request request;
        private final Response response;
        private final Callback callback;
        private State state = State.WAITING;
        private volatile Scheduler.@Nullable Task expiry;

        QueuedRequest(String organization, Request request, Response response, Callback callback) {
            this.organization = organization;
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        void startTimeout() {
            expiry = request.getComponents()
                    .getScheduler()
                    .schedule(() -> expire(this), WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }

        void cancelTimeout() {
            Scheduler.Task task = expiry;
            if (task != null) {
                task.cancel();
            }
        }

        boolean refuse() {
            Refusal busy = Refusal.of(Refusal.Reason.BUSY, REFUSAL);
            return answers.refuse(busy, request, response, callback);
        }
    }
}
