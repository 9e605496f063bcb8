package org.contacts4j.http.server.error;

import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.http.server.request.RequestHead;

/** The error format of an API. The server adds headers such as {@code Allow} and {@code Retry-After} itself. */
public interface ErrorFormat {

    /** Formats a failure of the domain. */
    FormattedError of(ContactsFailure failure, RequestHead request);

    /** Formats a refusal by HTTP, such as an unknown path, a missing token or an unsupported media type. */
    FormattedError of(Refusal refusal, RequestHead request);

    /** The status and the JSON body of an error response. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record FormattedError(int status, byte[] json) {}
}
