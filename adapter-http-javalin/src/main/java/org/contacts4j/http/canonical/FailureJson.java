package org.contacts4j.http.canonical;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Fault;
import org.contacts4j.http.json.Json;
import org.contacts4j.http.server.Refusal;
import org.jspecify.annotations.Nullable;

/** The one form of everything that is refused. */
record FailureJson(
        String error,
        String message,
        List<Detail> details,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String existingId) {

    /** More faults than this help nobody, and could make the answer larger than the request. */
    private static final int MAX_DETAILS = 100;

    private static final int MAX_NAME = 300;

    private static final Json.Writer<FailureJson> WRITER = Json.writerOf(FailureJson.class);

    record Detail(String field, String message) {

        static Detail from(Fault fault) {
            return new Detail(clean(fault.field()), fault.message());
        }

        /** The name as JSON can carry it: it may come from the sender, with halves of surrogate pairs and of any length. */
        private static String clean(String name) {
            String whole = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            return whole.codePointCount(0, whole.length()) <= MAX_NAME
                    ? whole
                    : whole.substring(0, whole.offsetByCodePoints(0, MAX_NAME)) + "…";
        }
    }

    static byte[] of(Refusal refusal, String requestId) {
        return WRITER.write(new FailureJson(refusal.code(), refusal.getMessage(), List.of(), requestId, null));
    }

    static byte[] of(ContactsFailure failure, String requestId) {
        List<Detail> details = details(faults(failure));
        String message = Detail.clean(failure.getMessage());
        return WRITER.write(new FailureJson(failure.code(), message, details, requestId, existing(failure)));
    }

    private static List<Fault> faults(ContactsFailure failure) {
        if (failure instanceof ContactsFailure.InvalidFilter filter) {
            return filter.faults();
        }
        return failure instanceof ContactsFailure.Invalid invalid ? invalid.faults() : List.of();
    }

    private static List<Detail> details(List<Fault> faults) {
        return faults.stream().limit(MAX_DETAILS).map(Detail::from).toList();
    }

    private static @Nullable String existing(ContactsFailure failure) {
        return failure instanceof ContactsFailure.DuplicateCode duplicate && duplicate.existing() != null
                ? duplicate.existing().toString()
                : null;
    }
}
