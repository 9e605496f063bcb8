package org.contacts4j.http.bottlecrm;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.ContactsFailure.DuplicateEmail;
import org.contacts4j.domain.ContactsFailure.Invalid;
import org.contacts4j.domain.ContactsFailure.InvalidFilter;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.http.bottlecrm.json.Messages;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.MediaTypes;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.json.Json;
import org.contacts4j.json.Printable;
import org.jspecify.annotations.Nullable;

/** The error responses of Django REST framework and of BottleCRM. */
final class BottleCrmErrorFormat implements ErrorFormat {

    private static final String FORBIDDEN = "You do not have Permission to perform this action";

    private static final Json.Writer<DetailJson> DETAIL = Json.writerOf(DetailJson.class);
    private static final Json.Writer<ErrorJson> ERROR = Json.writerOf(ErrorJson.class);

    @Override
    public FormattedError of(ContactsFailure failure, RequestHead request) {
        return switch (failure.kind()) {
            case INVALID -> invalid(failure, request);
            case NOT_FOUND -> detail(404, "Not found.");
            case FORBIDDEN -> error(403, FORBIDDEN);
            case CONFLICT ->
                failure instanceof DuplicateEmail
                        ? error(400, errors(Map.of("primary_email", List.of(Messages.DUPLICATE_EMAIL))))
                        : error(409, failure.getMessage());
            case STALE -> error(412, failure.getMessage());
            case TOO_LARGE -> detail(413, failure.getMessage());
            case UNAVAILABLE -> detail(503, failure.getMessage());
        };
    }

    @Override
    public FormattedError of(Refusal refusal, RequestHead request) {
        return switch (refusal.reason()) {
            case NO_TOKEN -> detail(401, "Authentication credentials were not provided.");
            case BAD_TOKEN -> badToken();
            case NO_SUCH_PATH -> detail(404, "Not found.");
            case WRONG_METHOD -> detail(405, "Method \"" + request.method() + "\" not allowed.");
            case WRONG_MEDIA_TYPE ->
                detail(
                        415,
                        "Unsupported media type \"" + request.mediaType() + "\" in request. " + refusal.getMessage());
            case TOO_MANY_REQUESTS -> detail(429, throttled(refusal));
            default -> detail(refusal.status(), refusal.getMessage());
        };
    }

    private static FormattedError invalid(ContactsFailure failure, RequestHead request) {
        List<Fault> faults = faults(failure);
        if (faults.isEmpty()) {
            return error(400, failure.getMessage());
        }
        return faults.stream()
                .filter(fault -> fault.field().equals("body"))
                .findFirst()
                .map(unreadable -> detail(400, parser(request) + " parse error - the body " + unreadable.message()))
                .orElseGet(() -> error(400, errors(faults)));
    }

    private static List<Fault> faults(ContactsFailure failure) {
        if (failure instanceof InvalidFilter filter) {
            return filter.faults();
        }
        return failure instanceof Invalid invalid ? invalid.faults() : List.of();
    }

    /** Returns the messages by member, and again under the member that the classic web client reads. */
    private static Map<String, Object> errors(List<Fault> faults) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        for (Fault fault : FieldNames.withoutComposed(faults)) {
            String member = Printable.of(FieldNames.memberOf(fault.field()));
            messages.computeIfAbsent(member, first -> new ArrayList<>()).add(Messages.of(member, fault));
        }
        return errors(messages);
    }

    private static Map<String, Object> errors(Map<String, List<String>> messages) {
        Map<String, Object> errors = new LinkedHashMap<>(messages);
        errors.put("contact_errors", messages);
        return errors;
    }

    private static String parser(RequestHead request) {
        return switch (request.mediaType()) {
            case MediaTypes.MULTIPART -> "Multipart form";
            case MediaTypes.FORM -> "Form";
            default -> "JSON";
        };
    }

    private static String throttled(Refusal refusal) {
        String seconds = refusal.headers().get("Retry-After");
        return "Request was throttled. Expected available in " + seconds + " second"
                + ("1".equals(seconds) ? "." : "s.");
    }

    private static FormattedError badToken() {
        DetailJson json = new DetailJson("Given token not valid for any token type", "token_not_valid");
        return new FormattedError(401, DETAIL.write(json));
    }

    private static FormattedError detail(int status, String detail) {
        return new FormattedError(status, DETAIL.write(new DetailJson(Printable.of(detail), null)));
    }

    private static FormattedError error(int status, Object errors) {
        return new FormattedError(status, ERROR.write(new ErrorJson(true, errors)));
    }

    private record DetailJson(
            String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String code) {}

    private record ErrorJson(boolean error, Object errors) {}
}
