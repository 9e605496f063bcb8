package org.contacts4j.http.canonical;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.json.Json;
import org.contacts4j.json.Printable;
import org.jspecify.annotations.Nullable;

/** The JSON of every error of the canonical API. */
record ErrorJson(
        String error,
        String message,
        List<Detail> details,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String existingId) {

    private static final Json.Writer<ErrorJson> WRITER = Json.writerOf(ErrorJson.class);

    record Detail(String field, String message) {

        static Detail from(Fault fault) {
            return new Detail(Printable.of(fault.field()), fault.message());
        }
    }

    static byte[] of(Refusal refusal, String requestId) {
        return WRITER.write(new ErrorJson(refusal.code(), refusal.getMessage(), List.of(), requestId, null));
    }

    static byte[] of(ContactsFailure failure, String requestId) {
        List<Detail> details = details(faults(failure));
        String message = Printable.of(failure.getMessage());
        return WRITER.write(new ErrorJson(failure.code(), message, details, requestId, existing(failure)));
    }

    private static List<Fault> faults(ContactsFailure failure) {
        if (failure instanceof ContactsFailure.InvalidFilter filter) {
            return filter.faults();
        }
        return failure instanceof ContactsFailure.Invalid invalid ? invalid.faults() : List.of();
    }

    private static List<Detail> details(List<Fault> faults) {
        return faults.stream().limit(Faults.MAX).map(Detail::from).toList();
    }

    private static @Nullable String existing(ContactsFailure failure) {
        @Nullable
        UUID existing = failure instanceof ContactsFailure.DuplicateCode code
                ? code.existing()
                : failure instanceof ContactsFailure.DuplicateEmail email ? email.existing() : null;
        return existing == null ? null : existing.toString();
    }
}
