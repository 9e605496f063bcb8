package org.contacts4j.application.idempotency;

import java.util.UUID;

/** The result of claiming a request. */
public sealed interface IdempotencyClaim {

    /**
     * The caller may carry out the request, and must then answer or release it.
     *
     * @param id the id of the request
     * @param token identifies this attempt
     */
    record Granted(String id, UUID token) implements IdempotencyClaim {}

    /** The request was answered before. */
    record Answered(RecordedAnswer answer) implements IdempotencyClaim {}

    /** The request was answered before, and the answer was removed since. */
    record AnswerRemoved() implements IdempotencyClaim {}

    /** Another attempt has not ended yet. */
    record InProgress() implements IdempotencyClaim {}

    /** The key was used for a request with other content. */
    record OtherContent() implements IdempotencyClaim {}
}
