package org.contacts4j.http.spn;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.ContactsFailure.CompanyNotFound;
import org.contacts4j.domain.ContactsFailure.Invalid;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.idempotency.IdempotentPosts;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestRate;
import org.contacts4j.json.Json;
import org.contacts4j.json.Printable;
import org.jspecify.annotations.Nullable;

/** The error responses of FastAPI and of SPN's documentation. */
final class SpnErrorFormat implements ErrorFormat {

    private static final String FORBIDDEN = "Not enough permissions";
    private static final String NOT_YOUR_COMPANY = FORBIDDEN + " to access this company\u2019s contacts";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final Json.Writer<DetailJson> DETAIL = Json.writerOf(DetailJson.class);

    @Override
    public FormattedError of(ContactsFailure failure, RequestHead request) {
        return switch (failure.kind()) {
            case INVALID -> invalid(failure, request);
            case NOT_FOUND -> notFound(failure);
            case FORBIDDEN -> detail(403, reads(request) ? NOT_YOUR_COMPANY : FORBIDDEN);
            case CONFLICT -> detail(409, failure.getMessage());
            case STALE -> detail(412, failure.getMessage());
            case TOO_LARGE -> detail(413, failure.getMessage());
            case UNAVAILABLE -> detail(503, failure.getMessage());
        };
    }

    @Override
    public FormattedError of(Refusal refusal, RequestHead request) {
        return switch (refusal.reason()) {
            case NO_TOKEN -> detail(401, "Not authenticated");
            case BAD_TOKEN -> detail(401, "Could not validate credentials");
            case OTHER_ORGANIZATION -> detail(403, FORBIDDEN);
            case NO_SUCH_PATH -> detail(404, "Not Found");
            case WRONG_METHOD -> detail(405, "Method Not Allowed");
            case TOO_MANY_REQUESTS -> tooMany(refusal);
            default -> detail(refusal.status(), refusal.getMessage());
        };
    }

    /** Formats errors that do not concern a single value, such as a malformed query encoding. */
    private static FormattedError invalid(ContactsFailure failure, RequestHead request) {
        List<Fault> faults = failure instanceof Invalid invalid ? invalid.faults() : List.of();
        List<Problem> told =
                faults.stream().map(fault -> problem(fault, request)).toList();
        return told.isEmpty() ? detail(422, failure.getMessage()) : new FormattedError(422, Unprocessable.json(told));
    }

    private static Problem problem(Fault fault, RequestHead request) {
        List<Object> loc = List.of(partOf(fault, request), Printable.of(fault.field()));
        return new Problem("value_error", loc, "Value error, " + fault.message(), null, null);
    }

    private static String partOf(Fault fault, RequestHead request) {
        if (fault.field().equals(IdempotentPosts.KEY_HEADER)) {
            return "header";
        }
        return reads(request) ? "query" : "body";
    }

    /** Formats a rate-limit error twice: as FastAPI's usual limiter does, and as SPN's other errors. */
    private static FormattedError tooMany(Refusal refusal) {
        String text = "Rate limit exceeded: "
                + refusal.exceeded().map(RequestRate::inWords).orElseGet(refusal::getMessage);
        return new FormattedError(429, DETAIL.write(new DetailJson(text, text)));
    }

    private static FormattedError notFound(ContactsFailure failure) {
        return failure instanceof CompanyNotFound ? detail(400, "Company not found") : detail(404, "Contact not found");
    }

    private static boolean reads(RequestHead request) {
        return READING.contains(request.method());
    }

    private static FormattedError detail(int status, String detail) {
        return new FormattedError(status, DETAIL.write(new DetailJson(Printable.of(detail), null)));
    }

    /**
     * The JSON of an error.
     *
     * @param error the detail again, in the member that FastAPI's usual limiter uses; omitted for other errors
     */
    private record DetailJson(
            String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String error) {}
}
