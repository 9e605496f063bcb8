package org.contacts4j.http.server;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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
    private final ConcurrentHashMap<String, Line> lines = new ConcurrentHashMap<>();

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
        Turn turn = new Turn(organization.get(), request, response, callback);
        return switch (enter(turn)) {
            case WORKING -> work(turn);
            case WAITING -> {
                turn.expireLater();
                yield true;
            }
            case REFUSED -> turn.refuse();
        };
    }

    private Optional<String> organizationOf(Request request, Response response) {
        if (request.getAttribute(RequestPrincipal.OF_REQUEST) instanceof RequestPrincipal sender) {
            return Optional.of(sender.caller().organization().value());
        }
        return apis.letsIn(RequestHead.of(request, response)) ? Optional.of(ANONYMOUS) : Optional.empty();
    }

    private State enter(Turn turn) {
        lines.compute(turn.organization, (organization, line) -> {
            Line known = line == null ? new Line() : line;
            turn.state = known.enter(turn, threads);
            return known;
        });
        return turn.state;
    }

    /**
     * Serves the request. Only threads are counted: a response that is still being sent when this method returns, such
     * as a file, holds none.
     */
    private boolean work(Turn turn) throws Exception {
        try {
            return super.handle(turn.request, turn.response, turn.callback);
        } finally {
            leave(turn.organization);
        }
    }

    private void leave(String organization) {
        Turn[] next = new Turn[1];
        lines.computeIfPresent(organization, (name, line) -> {
            next[0] = line.leave();
            return line.working == 0 ? null : line;
        });
        if (next[0] != null) {
            Turn turn = next[0];
            turn.request.getComponents().getExecutor().execute(() -> resume(turn));
        }
    }

    private void resume(Turn turn) {
        turn.stopExpiring();
        try {
            if (!work(turn)) {
                Response.writeError(turn.request, turn.response, turn.callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(turn.request, turn.response, turn.callback, e);
        }
    }

    private void expire(Turn turn) {
        boolean[] waited = new boolean[1];
        lines.computeIfPresent(turn.organization, (name, line) -> {
            waited[0] = line.waiting.remove(turn);
            return line;
        });
        if (waited[0]) {
            turn.refuse();
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
    private static final class Line {

        private final Queue<Turn> waiting = new ArrayDeque<>();
        private int working;

        State enter(Turn turn, int threads) {
            if (working < threads) {
                working++;
                return State.WORKING;
            }
            if (waiting.size() >= WAITING) {
                return State.REFUSED;
            }
            waiting.add(turn);
            return State.WAITING;
        }

        /**
         * Returns the next queued request, which takes over the permit of the finished one; null when the queue is
         * empty.
         */
        @Nullable
        Turn leave() {
            @Nullable Turn next = waiting.poll();
            if (next == null) {
                working--;
            }
            return next;
        }
    }

    /** A running or queued request. */
    private final class Turn {

        private final String organization;
        private final Request request;
        private final Response response;
        private final Callback callback;
        private State state = State.WAITING;
        private volatile Scheduler.@Nullable Task expiry;

        Turn(String organization, Request request, Response response, Callback callback) {
            this.organization = organization;
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        void expireLater() {
            expiry = request.getComponents()
                    .getScheduler()
                    .schedule(() -> expire(this), WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }

        void stopExpiring() {
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
