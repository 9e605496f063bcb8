package org.contacts4j.http.server.idempotency;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.contacts4j.application.idempotency.IdempotencyClaim;
import org.contacts4j.application.idempotency.IdempotencyClaim.AnswerRemoved;
import org.contacts4j.application.idempotency.IdempotencyClaim.Answered;
import org.contacts4j.application.idempotency.IdempotencyClaim.Granted;
import org.contacts4j.application.idempotency.IdempotencyClaim.OtherContent;
import org.contacts4j.application.idempotency.IdempotencyService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestPrincipal;
import org.contacts4j.http.server.response.Responses;
import org.jspecify.annotations.Nullable;

/**
 * Makes POST requests repeatable. A request with an {@code Idempotency-Key} is carried out once. A repetition with the
 * same content receives the first answer. Requests without the header are not affected.
 */
public final class IdempotentPosts {

    /** The header with the key. */
    public static final String KEY_HEADER = "Idempotency-Key";

    private static final String REPLAYED_HEADER = "Idempotency-Replayed";
    private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

    private final IdempotencyService requests;
    private final Function<RequestHead, ErrorFormat> errorFormats;
    private final List<OrganizationId> publicOrganizations;

    /**
     * Creates the handlers of a server.
     *
     * @param errorFormats returns the error format of the API that a request addresses
     * @param publicOrganizations the organizations with public routes; the requests of callers without a token are
     *     recorded in the first one
     */
    public IdempotentPosts(
            IdempotencyService requests,
            Function<RequestHead, ErrorFormat> errorFormats,
            List<OrganizationId> publicOrganizations) {
        this.requests = requests;
        this.errorFormats = errorFormats;
        this.publicOrganizations = List.copyOf(publicOrganizations);
    }

    /** Returns a handler for a route that changes nothing. It checks the key, and runs the route each time. */
    public Handler reading(Handler route) {
        return ctx -> {
            keyOf(ctx);
            route.handle(ctx);
        };
    }

    /** Returns a handler for a route whose changes are stored in one transaction with its answer. */
    public Handler inOneTransaction(Handler route) {
        return ctx -> handle(ctx, route, true, false);
    }

    /** Returns a handler like {@link #inOneTransaction} for a route whose answer shows a secret: it is stored encrypted. */
    public Handler showingSecret(Handler route) {
        return ctx -> handle(ctx, route, true, true);
    }

    /** Returns a handler for a route with several transactions, after which its answer is stored. */
    public Handler inSeveralTransactions(Handler route) {
        return ctx -> handle(ctx, route, false, false);
    }

    private void handle(Context ctx, Handler route, boolean inOneTransaction, boolean showsSecret) throws Exception {
        @Nullable String key = keyOf(ctx);
        if (key == null) {
            route.handle(ctx);
            return;
        }
        @Nullable RequestPrincipal principal = ctx.attribute(RequestPrincipal.OF_REQUEST);
        @Nullable Caller caller = principal == null ? null : principal.caller();
        Caller claimant = caller == null ? Caller.anonymous(publicOrganizations.get(0)) : caller;
        OrganizationId organization = claimant.organization();
        Duration lease =
                inOneTransaction && !Bodies.isUpload(ctx) ? IdempotencyService.LEASE : IdempotencyService.LONG_LEASE;
        IdempotencyClaim claim = requests.claim(claimant, RequestHash.of(ctx, caller, key), lease);
        @Nullable SealedAnswers sealed = showsSecret ? new SealedAnswers(key) : null;
        if (claim instanceof Answered earlier) {
            ctx.header(REPLAYED_HEADER, "true");
            Responses.send(ctx, sealed == null ? earlier.answer() : sealed.open(earlier.answer()));
        } else if (claim instanceof Granted granted) {
            ErrorFormat errors = errorFormats.apply(RequestHead.of(ctx));
            new ClaimedRequest(requests, organization, granted, ctx, errors, sealed).carryOut(route, inOneTransaction);
        } else {
            throw refusalOf(claim);
        }
    }

    private static Refusal refusalOf(IdempotencyClaim claim) {
        if (claim instanceof OtherContent) {
            return Refusal.keyReused();
        }
        return claim instanceof AnswerRemoved ? Refusal.answerRemoved() : Refusal.keyInUse();
    }

    private static @Nullable String keyOf(Context ctx) {
        if (ctx.header(KEY_HEADER) == null) {
            return null;
        }
        List<String> sent = Collections.list(ctx.req().getHeaders(KEY_HEADER));
        if (sent.size() != 1) {
            throw new ContactsFailure.Invalid(KEY_HEADER, "must be sent once");
        }
        if (!KEY.matcher(sent.get(0)).matches()) {
            throw new ContactsFailure.Invalid(KEY_HEADER, "must have 1 to 255 printable ASCII characters");
        }
        return sent.get(0);
    }
}
