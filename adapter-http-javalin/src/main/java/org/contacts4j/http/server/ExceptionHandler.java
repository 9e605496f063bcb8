package org.contacts4j.http.server;

import com.fasterxml.jackson.core.JacksonException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.http.server.error.ErrorFormat.FormattedError;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestIds;
import org.contacts4j.http.server.request.RequestPrincipal;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Apis;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests that fail, in the error format of the API that the request addresses. Responses contain no internal
 * details; the log does.
 */
public final class ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionHandler.class);

    private final Apis apis;

    private ExceptionHandler(Apis apis) {
        this.apis = apis;
    }

    /** Registers handlers for all exceptions. */
    public static void answer(JavalinConfig config, Apis apis) {
        ExceptionHandler failures = new ExceptionHandler(apis);
        config.http.prefer405over404 = true;
        config.routes.exception(ContactsFailure.class, failures::answer);
        config.routes.exception(Refusal.class, failures::answer);
        config.routes.exception(HttpResponseException.class, failures::answer);
        config.routes.exception(IOException.class, failures::answerFileError);
        config.routes.exception(UncheckedIOException.class, failures::answerFileError);
        config.routes.exception(Exception.class, failures::answer);
        config.router.javaLangErrorHandler(failures::answer);
    }

    private void answer(ContactsFailure failure, Context ctx) {
        RequestHead request = RequestHead.of(ctx);
        if (failure.kind() == ContactsFailure.Kind.UNAVAILABLE) {
            logUnavailable(failure, request);
            ctx.header("Retry-After", "1");
        } else if (failure.kind() == ContactsFailure.Kind.FORBIDDEN) {
            recordRefusal(ctx, failure.code());
        }
        answer(ctx, apis.errorFormatFor(request).of(failure, request));
    }

    /**
     * Logs the failure. A failure without a cause is an overloaded organization on a working store: it needs no
     * operator and is logged at DEBUG.
     */
    private static void logUnavailable(ContactsFailure failure, RequestHead request) {
        if (failure.getCause() == null) {
            LOG.debug("Request {} was refused: {}", request.id(), failure.getMessage());
        } else {
            LOG.warn("Request {} found the store unavailable: {}", request.id(), failure.getMessage());
        }
    }

    private void answer(Refusal refusal, Context ctx) {
        RequestHead request = RequestHead.of(ctx);
        refusal.headers().forEach(ctx::header);
        refusal.caller().ifPresent(caller -> apis.recordRefusal(caller, refusal.code()));
        answer(ctx, apis.errorFormatFor(request).of(refusal, request));
    }

    /** Records the refusal of the caller that the request was authenticated for. */
    private void recordRefusal(Context ctx, String code) {
        @Nullable RequestPrincipal sender = ctx.attribute(RequestPrincipal.OF_REQUEST);
        if (sender != null) {
            apis.recordRefusal(sender.caller(), code);
        }
    }

    /** Answers when the router finds no route for the path, or none for the method. */
    private void answer(HttpResponseException e, Context ctx) {
        if (e instanceof NotFoundResponse) {
            answer(Refusal.notFound(), ctx);
        } else if (e instanceof MethodNotAllowedResponse) {
            String allowed = String.join(", ", e.getDetails().values()) + ", OPTIONS";
            answerMethod(allowed, ctx);
        } else {
            answer((Exception) e, ctx);
        }
    }

    /**
     * Answers when a file cannot be read or written, for example because the disk is full. JSON that cannot be written
     * is a defect.
     */
    private void answerFileError(Exception e, Context ctx) {
        if (e instanceof JacksonException || e.getCause() instanceof JacksonException) {
            answer(e, ctx);
        } else {
            LOG.error("Request {} could not read or write a file", RequestIds.of(ctx), e);
            answer(Refusal.busy("The server cannot store or read files now. Try again in a while."), ctx);
        }
    }

    private void answerMethod(String allowed, Context ctx) {
        if (ctx.method().equals(HandlerType.OPTIONS)) {
            ctx.header("Allow", allowed);
            Responses.empty(ctx, 204);
        } else {
            answer(Refusal.methodNotAllowed(allowed), ctx);
        }
    }

    private void answer(Exception e, Context ctx) {
        LOG.error("Request {} failed", RequestIds.of(ctx), e);
        answer(Refusal.unexpected(), ctx);
    }

    private void answer(HttpServletResponse response, Error error) {
        String requestId = String.valueOf(response.getHeader(RequestIds.HEADER));
        LOG.error("Request {} failed", requestId, error);
        RequestHead unknown = new RequestHead("", "", name -> null, requestId, "", InetAddress.getLoopbackAddress());
        FormattedError worded = apis.errorFormatFor(unknown).of(Refusal.unexpected(), unknown);
        try {
            response.setStatus(worded.status());
            response.setContentType(Responses.JSON);
            response.getOutputStream().write(worded.json());
        } catch (IOException e) {
            LOG.debug("Request {}: the client closed the connection", requestId, e);
        }
    }

    private static void answer(Context ctx, FormattedError worded) {
        Responses.json(ctx, worded.status(), worded.json());
    }
}
