package org.contacts4j.http.server;

import org.contacts4j.domain.ContactsFailure;

/** How an API words what goes wrong. Headers such as {@code Allow} and {@code Retry-After} come along by themselves. */
public interface ErrorFormat {

    /** What the domain refused. */
    Worded of(ContactsFailure failure, RequestHead request);

    /** What HTTP refused: no such path, no token, no such media type. */
    Worded of(Refusal refusal, RequestHead request);

    /** A status, and the JSON that says why. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Worded(int status, byte[] json) {}
}
