package org.contacts4j.http.server.idempotency;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.Set;
import org.contacts4j.application.idempotency.ClaimLost;
import org.contacts4j.application.idempotency.IdempotencyClaim.Granted;
import org.contacts4j.application.idempotency.IdempotencyService;
import org.contacts4j.application.idempotency.RecordedAnswer;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.error.ErrorFormat.FormattedError;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestIds;
import org.contacts4j.http.server.response.HeldResponse;
import org.contacts4j.http.server.response.Responses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request whose key this server has claimed. Its answer is sent after it was recorded. */
final class ClaimedRequest {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimedRequest.class);

    /**
     * The client errors that are not recorded, so that a repetition is carried out: they depend on the token, the
     * connection or the moment. After 415 the body is unknown.
     */
    private static final Set<Integer> NOT_RECORDED = Set.of(401, 403, 408, 415, 429);

    private final IdempotencyService requests;
    private final OrganizationId organization;
    private final Granted claim;
    private final Context ctx;
    private final ErrorFormat errors;
    private final @Nullable SealedAnswers sealed;

    /** @param sealed encrypts the recorded answer; null if it shows no secret */
    ClaimedRequest(
            IdempotencyService requests,
            OrganizationId organization,
            Granted claim,
            Context ctx,
            ErrorFormat errors,
            @Nullable SealedAnswers sealed) {
        this.requests = requests;
        this.organization = organization;
        this.claim = claim;
        this.ctx = ctx;
        this.errors = errors;
        this.sealed = sealed;
    }

    /** Runs the route, records its answer and sends it. Releases the claim when the answer is not to be recorded. */
    void carryOut(Handler route, boolean inOneTransaction) throws Exception {
        RecordedAnswer answer;
        try (HeldResponse held = HeldResponse.of(ctx)) {
            answer = recorded(route, inOneTransaction, held);
        }
        Responses.send(ctx, answer);
    }

    private RecordedAnswer recorded(Handler route, boolean inOneTransaction, HeldResponse held) throws Exception {
        boolean settled = false;
        try {
            RecordedAnswer answer = inOneTransaction
                    ? sent(requests.inOneTransaction(organization, claim, () -> stored(run(route, held))))
                    : recordedAfterwards(route, held);
            settled = true;
            return answer;
        } catch (ClaimLost e) {
            settled = true;
            held.clear();
            throw Refusal.keyInUse();
        } catch (ContactsFailure | Refusal e) {
            // The route may have answered the failure itself.
            boolean answered = held.answer().isPresent();
            RecordedAnswer answer = held.answer().orElseGet(() -> formatted(e));
            held.clear();
            settled = isFinal(answer.status()) && record(answer);
            if (answered) {
                return answer;
            }
            throw e;
        } catch (RouteFailure e) {
            held.clear();
            throw e.failure();
        } finally {
            if (!settled) {
                release();
            }
        }
    }

    /** Runs the route. May be called again after the transaction has lost a race. */
    private RecordedAnswer run(Handler route, HeldResponse held) {
        held.clear();
        try {
            route.handle(ctx);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new RouteFailure(e);
        }
        return held.answer().orElseThrow(() -> new IllegalStateException("a POST route must answer with Responses"));
    }

    /** Sends the answer even if it cannot be recorded, because the changes are stored already. */
    private RecordedAnswer recordedAfterwards(Handler route, HeldResponse held) {
        RecordedAnswer answer = requests.inSeveralTransactions(organization, claim, () -> run(route, held));
        try {
            requests.answer(organization, claim, stored(answer));
        } catch (ClaimLost | ContactsFailure.Unavailable e) {
            LOG.warn(
                    "Request {} is complete, but its answer was not recorded; a repetition is carried out: {}",
                    RequestIds.of(ctx),
                    e.getMessage());
        }
        return answer;
    }

    private boolean record(RecordedAnswer answer) {
        try {
            requests.answer(organization, claim, stored(answer));
            return true;
        } catch (ClaimLost e) {
            throw Refusal.keyInUse();
        }
    }

    private RecordedAnswer stored(RecordedAnswer answer) {
        return sealed == null ? answer : sealed.seal(answer);
    }

    private RecordedAnswer sent(RecordedAnswer stored) {
        return sealed == null ? stored : sealed.open(stored);
    }

    private RecordedAnswer formatted(RuntimeException failure) {
        RequestHead request = RequestHead.of(ctx);
        if (failure instanceof Refusal refusal) {
            return recorded(errors.of(refusal, request), refusal.headers());
        }
        return recorded(errors.of((ContactsFailure) failure, request), Map.of());
    }

    private static RecordedAnswer recorded(FormattedError error, Map<String, String> headers) {
        return new RecordedAnswer(error.status(), null, headers, error.json());
    }

    private static boolean isFinal(int status) {
        return status < 500 && !NOT_RECORDED.contains(status);
    }

    /** Releases the claim. If that fails, the claim expires. */
    private void release() {
        try {
            requests.release(organization, claim);
        } catch (ContactsFailure.Unavailable e) {
            LOG.debug("Request {}: its claim expires, because it could not be released", RequestIds.of(ctx));
        }
    }

    /** The checked exception of a route, on its way through a transaction. */
    @SuppressWarnings("serial") // never serialized
    private static final class RouteFailure extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Exception failure;

        RouteFailure(Exception failure) {
            super(failure);
            this.failure = failure;
        }

        Exception failure() {
            return failure;
        }
    }
}
