package org.contacts4j.http.server.error;

import java.util.Map;
import java.util.Optional;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.request.RequestRate;
import org.jspecify.annotations.Nullable;

/** The rejection of a request by HTTP, not by the domain. */
public final class Refusal extends RuntimeException {

    /** The reason of a refusal, with its HTTP status and the error code of the canonical API. */
    public enum Reason {
        NOT_HTTP(400, "VALIDATION_ERROR"),
        NO_TOKEN(401, "UNAUTHORIZED"),
        BAD_TOKEN(401, "UNAUTHORIZED"),
        OTHER_ORGANIZATION(403, "FORBIDDEN"),
        NO_SUCH_PATH(404, "NOT_FOUND"),
        WRONG_METHOD(405, "METHOD_NOT_ALLOWED"),
        NOT_ACCEPTABLE(406, "NOT_ACCEPTABLE"),
        TOO_SLOW(408, "REQUEST_TIMEOUT"),
        BODY_TOO_LARGE(413, "PAYLOAD_TOO_LARGE"),
        KEY_IN_USE(409, "IDEMPOTENCY_KEY_IN_USE"),
        ANSWER_REMOVED(410, "GONE"),
        ADDRESS_TOO_LONG(414, "URI_TOO_LONG"),
        WRONG_MEDIA_TYPE(415, "UNSUPPORTED_MEDIA_TYPE"),
        UNREADABLE_FILE(422, "INVALID_IMPORT"),
        KEY_REUSED(422, "IDEMPOTENCY_KEY_REUSED"),
        TOO_MANY_REQUESTS(429, "RATE_LIMIT_EXCEEDED"),
        HEADERS_TOO_LARGE(431, "HEADERS_TOO_LARGE"),
        DEFECT(500, "INTERNAL_SERVER_ERROR"),
        BUSY(503, "UNAVAILABLE");

        private final int status;
        private final String code;

        Reason(int status, String code) {
            this.status = status;
            this.code = code;
        }

        public int status() {
            return status;
        }

        /** Returns the error code, which is stable across versions. */
        public String code() {
            return code;
        }
    }

    private final Reason reason;
    private final transient Map<String, String> headers;
    private final transient @Nullable RequestRate exceeded;
    private final transient @Nullable Caller caller;

    private Refusal(Reason reason, String message, Map<String, String> headers) {
        this(reason, message, headers, null, null);
    }

    private Refusal(
            Reason reason,
            String message,
            Map<String, String> headers,
            @Nullable RequestRate exceeded,
            @Nullable Caller caller) {
        super(message, null, false, false);
        this.reason = reason;
        this.headers = headers;
        this.exceeded = exceeded;
        this.caller = caller;
    }

    public static Refusal notFound() {
        return of(Reason.NO_SUCH_PATH, "There is nothing at this path.");
    }

    /**
     * Returns the refusal of a method that the path does not support.
     *
     * @param allowed the value of the {@code Allow} header
     */
    public static Refusal methodNotAllowed(String allowed) {
        return new Refusal(Reason.WRONG_METHOD, "This path takes " + allowed + " only.", Map.of("Allow", allowed));
    }

    /** Returns the refusal of a request without a token. */
    public static Refusal noToken(String message) {
        return new Refusal(Reason.NO_TOKEN, message, Map.of("WWW-Authenticate", "Bearer"));
    }

    /** Returns the refusal of an invalid token. */
    public static Refusal badToken(String message) {
        return new Refusal(Reason.BAD_TOKEN, message, Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    /** Returns the refusal of a caller that is not a member of the requested organization. */
    public static Refusal otherOrganization(String message) {
        return of(Reason.OTHER_ORGANIZATION, message);
    }

    public static Refusal unsupportedMediaType(String message) {
        return of(Reason.WRONG_MEDIA_TYPE, message);
    }

    /**
     * Returns the refusal of a request that accepts no type in which the response can be sent.
     *
     * @param types the media types that it can have
     */
    public static Refusal notAcceptable(String types) {
        return of(Reason.NOT_ACCEPTABLE, "The response can be sent as " + types + "; Accept names none of them.");
    }

    /**
     * Returns the refusal of a request above its rate limit.
     *
     * @param seconds the value of the {@code Retry-After} header
     */
    public static Refusal tooManyRequests(RequestRate exceeded, long seconds) {
        String message =
                "Too many requests: " + exceeded.inWords() + " is the most. Try again in " + seconds + " seconds.";
        return new Refusal(
                Reason.TOO_MANY_REQUESTS, message, Map.of("Retry-After", String.valueOf(seconds)), exceeded, null);
    }

    /** Returns the refusal of a request whose key belongs to a request in progress; sets {@code Retry-After: 1}. */
    public static Refusal keyInUse() {
        return new Refusal(
                Reason.KEY_IN_USE,
                "The first request with this Idempotency-Key is still in progress. Try again in a moment.",
                Map.of("Retry-After", "1"));
    }

    /** Returns the refusal of a request whose key was used for a request with other content. */
    public static Refusal keyReused() {
        return of(
                Reason.KEY_REUSED,
                "This Idempotency-Key was used for a request with another body, query or media type. Use a new key.");
    }

    /** Returns the refusal of a repeated request whose recorded answer was removed. */
    public static Refusal answerRemoved() {
        return of(
                Reason.ANSWER_REMOVED,
                "The request with this Idempotency-Key was carried out, but its answer was erased with the data of a"
                        + " person.");
    }

    /** Returns the refusal of a request that the server is too busy for; sets {@code Retry-After: 10}. */
    public static Refusal busy(String message) {
        return new Refusal(Reason.BUSY, message, Map.of("Retry-After", "10"));
    }

    /** Returns the refusal for an unexpected exception, which the exception handler logs. */
    public static Refusal unexpected() {
        return of(Reason.DEFECT, "Something went wrong here. It has been logged.");
    }

    /** Returns the refusal for the HTTP status of a request that did not reach a route. */
    public static Refusal ofStatus(int status) {
        return switch (status) {
            case 404 -> notFound();
            case 408 -> of(Reason.TOO_SLOW, "The request took too long to arrive.");
            case 413 ->
                of(
                        Reason.BODY_TOO_LARGE,
                        "The body is too large: 1 MiB is the most, 25 MiB for files and 1 GiB for imports.");
            case 414 -> of(Reason.ADDRESS_TOO_LONG, "The address is too long.");
            case 431 -> of(Reason.HEADERS_TOO_LARGE, "The headers are too many or too long.");
            case 503 -> of(Reason.BUSY, "The server cannot take this now. Try again in a moment.");
            default -> status >= 500 ? unexpected() : of(Reason.NOT_HTTP, "The request is not valid HTTP.");
        };
    }

    /** Returns a refusal without headers. */
    public static Refusal of(Reason reason, String message) {
        return new Refusal(reason, message, Map.of());
    }

    /** Returns this refusal as one of a caller whose credential was verified, although it is refused. */
    public Refusal of(Caller verified) {
        return new Refusal(reason, getMessage(), headers, exceeded, verified);
    }

    /** Returns the caller whose credential was verified although it is refused; empty when none was. */
    public Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    public Reason reason() {
        return reason;
    }

    public int status() {
        return reason.status();
    }

    /** Returns the error code, which is stable across versions. */
    public String code() {
        return reason.code();
    }

    /** Returns the headers that the response must have. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the exceeded rate; empty unless the reason is {@link Reason#TOO_MANY_REQUESTS}. */
    public Optional<RequestRate> exceeded() {
        return Optional.ofNullable(exceeded);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
