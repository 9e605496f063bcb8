package org.contacts4j.http.canonical;

import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;

/** The error responses of the canonical API. */
public final class CanonicalErrorFormat implements ErrorFormat {

    @Override
    public FormattedError of(ContactsFailure failure, RequestHead request) {
        return new FormattedError(statusOf(failure), ErrorJson.of(failure, request.id()));
    }

    @Override
    public FormattedError of(Refusal refusal, RequestHead request) {
        return new FormattedError(refusal.status(), ErrorJson.of(refusal, request.id()));
    }

    private static int statusOf(ContactsFailure failure) {
        return failure instanceof ContactsFailure.InvalidFilter ? 422 : statusOf(failure.kind());
    }

    private static int statusOf(ContactsFailure.Kind kind) {
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
}
