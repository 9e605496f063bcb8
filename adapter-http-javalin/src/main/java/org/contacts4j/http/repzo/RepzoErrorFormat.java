package org.contacts4j.http.repzo;

import java.util.List;
import java.util.stream.Collectors;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.ContactsFailure.Invalid;
import org.contacts4j.domain.ContactsFailure.InvalidFilter;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.json.Json;
import org.contacts4j.json.Printable;

/** The error responses of Repzo's API page. */
final class RepzoErrorFormat implements ErrorFormat {

    private static final String INVALID = "Invalid request parameters";
    private static final String NOT_FOUND = "Client contact not found";
    private static final String NO_CALLER = "Authentication required";
    private static final String DEFECT = "Internal server error";

    private static final Json.Writer<ErrorJson> ERROR = Json.writerOf(ErrorJson.class);

    @Override
    public FormattedError of(ContactsFailure failure, RequestHead request) {
        return switch (failure.kind()) {
            case INVALID -> error(400, INVALID + ": " + faults(failure));
            case NOT_FOUND -> error(404, NOT_FOUND);
            case FORBIDDEN -> error(403, failure.getMessage());
            case CONFLICT -> error(409, failure.getMessage());
            case STALE -> error(412, failure.getMessage());
            case TOO_LARGE -> error(413, failure.getMessage());
            case UNAVAILABLE -> error(503, failure.getMessage());
        };
    }

    @Override
    public FormattedError of(Refusal refusal, RequestHead request) {
        return switch (refusal.reason()) {
            case NOT_HTTP -> error(400, INVALID);
            case NO_TOKEN, BAD_TOKEN -> error(401, NO_CALLER);
            case NO_SUCH_PATH -> error(404, NOT_FOUND);
            case DEFECT -> error(500, DEFECT);
            default -> error(refusal.status(), refusal.getMessage());
        };
    }

    /** Returns all validation errors, each with the name of its member or parameter. */
    private static String faults(ContactsFailure failure) {
        List<Fault> faults = failure instanceof Invalid invalid
                ? invalid.faults()
                : failure instanceof InvalidFilter filter ? filter.faults() : List.of();
        return faults.isEmpty()
                ? failure.getMessage()
                : faults.stream().map(RepzoErrorFormat::sentence).distinct().collect(Collectors.joining("; "));
    }

    private static String sentence(Fault fault) {
        String message = fault.kind() == Fault.Kind.MISSING ? "is required" : fault.message();
        return Printable.of(ContactBody.memberOf(fault.field()) + " " + message);
    }

    private static FormattedError error(int status, String text) {
        return new FormattedError(status, ERROR.write(new ErrorJson(false, text)));
    }

    private record ErrorJson(boolean success, String error) {}
}
