package org.contacts4j.http.server;

import java.util.Map;

/** HTTP itself, not the domain, refuses a request. */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    private Refusal(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    public static Refusal notFound() {
        return of(404, "NOT_FOUND", "There is nothing at this path.");
    }

    /** What is there takes other methods only. */
    public static Refusal methodNotAllowed(String allowed) {
        String message = "This path takes " + allowed + " only.";
        return new Refusal(405, "METHOD_NOT_ALLOWED", message, Map.of("Allow", allowed));
    }

    /** The caller did not say who they are, or not credibly. */
    public static Refusal unauthorized(String message, String challenge) {
        return new Refusal(401, "UNAUTHORIZED", message, Map.of("WWW-Authenticate", challenge));
    }

    public static Refusal forbidden(String message) {
        return of(403, "FORBIDDEN", message);
    }

    public static Refusal unsupportedMediaType(String message) {
        return of(415, "UNSUPPORTED_MEDIA_TYPE", message);
    }

    /** There is too much to do already. */
    public static Refusal busy(String message) {
        return new Refusal(503, "UNAVAILABLE", message, Map.of("Retry-After", "10"));
    }

    /** Something went wrong that nobody foresaw; the log has it. */
    public static Refusal unexpected() {
        return of(500, "INTERNAL_SERVER_ERROR", "Something went wrong here. It has been logged.");
    }

    /** A refusal that has nothing to add to its message. */
    public static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, Map.of());
    }

    public int status() {
        return status;
    }

    /** A stable word for programs. */
    public String code() {
        return code;
    }

    /** Headers the answer must have. */
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
