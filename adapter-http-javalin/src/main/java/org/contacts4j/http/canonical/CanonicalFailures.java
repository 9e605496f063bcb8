package org.contacts4j.http.canonical;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.http.server.Answers;
import org.contacts4j.http.server.FailureText;
import org.contacts4j.http.server.Refusal;
import org.contacts4j.http.server.RequestIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders whatever goes wrong in the words of the canonical API. Nothing of the inside is told; the log has it. */
public final class CanonicalFailures {

    /** How failures that never reach a route are worded. */
    public static final FailureText TEXT = FailureJson::of;

    private static final Logger LOG = LoggerFactory.getLogger(CanonicalFailures.class);

    private CanonicalFailures() {}

    /** Takes over the rendering of all failures. */
    public static void render(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.routes.exception(ContactsFailure.class, CanonicalFailures::answer);
        config.routes.exception(Refusal.class, CanonicalFailures::answer);
        config.routes.exception(HttpResponseException.class, CanonicalFailures::answer);
        config.routes.exception(Exception.class, CanonicalFailures::answer);
        config.router.javaLangErrorHandler(CanonicalFailures::answer);
    }

    private static int statusOf(ContactsFailure failure) {
        return failure instanceof ContactsFailure.InvalidFilter ? 422 : statusOf(failure.kind());
    }

    /** The status of a failure of the domain, by its kind. */
    static int statusOf(ContactsFailure.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNAVAILABLE -> 503;
        };
    }

    private static void answer(ContactsFailure failure, Context ctx) {
        if (failure.kind() == ContactsFailure.Kind.UNAVAILABLE) {
            LOG.warn("Request {} found the store unavailable: {}", RequestIds.of(ctx), failure.getMessage());
            ctx.header("Retry-After", "1");
        }
        Answers.json(ctx, statusOf(failure), FailureJson.of(failure, RequestIds.of(ctx)));
    }

    private static void answer(Refusal refusal, Context ctx) {
        refusal.headers().forEach(ctx::header);
        Answers.json(ctx, refusal.status(), FailureJson.of(refusal, RequestIds.of(ctx)));
    }

    /** The router itself refuses: there is no such path, or not with this method. */
    private static void answer(HttpResponseException e, Context ctx) {
        if (e instanceof NotFoundResponse) {
            answer(Refusal.notFound(), ctx);
        } else if (e instanceof MethodNotAllowedResponse) {
            String allowed = String.join(", ", e.getDetails().values()) + ", OPTIONS";
            answerMethod(allowed, ctx);
        } else {
            answer((Exception) e, ctx);
        }
    }

    private static void answerMethod(String allowed, Context ctx) {
        if (ctx.method().equals(HandlerType.OPTIONS)) {
            ctx.header("Allow", allowed);
            Answers.empty(ctx, 204);
        } else {
            answer(Refusal.methodNotAllowed(allowed), ctx);
        }
    }

    private static void answer(Exception e, Context ctx) {
        LOG.error("Request {} failed", RequestIds.of(ctx), e);
        answer(Refusal.unexpected(), ctx);
    }

    private static void answer(HttpServletResponse response, Error error) {
        String requestId = String.valueOf(response.getHeader("X-Request-Id"));
        LOG.error("Request {} failed", requestId, error);
        try {
            response.setStatus(500);
            response.setContentType(Answers.JSON);
            response.getOutputStream().write(FailureJson.of(Refusal.unexpected(), requestId));
        } catch (IOException e) {
            LOG.debug("Request {} has no reader any more", requestId, e);
        }
    }
}
