package org.contacts4j.application.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request.
 *
 * @param version the version of the record in the answer, for the {@code ETag}; null if it has none
 * @param headers the headers that the route has set
 * @param body the body before compression, in UTF-8; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RecordedAnswer(int status, @Nullable Long version, Map<String, String> headers, byte[] body) {

    private static final int REMOVED = 410;

    public RecordedAnswer {
        headers = Map.copyOf(headers);
    }

    /** Returns what replaces an answer that was removed. */
    public static RecordedAnswer removed() {
        return new RecordedAnswer(REMOVED, null, Map.of(), new byte[0]);
    }

    /** Returns whether the answer was removed. */
    public boolean isRemoved() {
        return status == REMOVED;
    }

    /** Returns whether the body or a header contains any of the texts, in the form in which the answer has them. */
    public boolean containsAny(Collection<String> texts) {
        String text = headers.values() + new String(body, StandardCharsets.UTF_8);
        return texts.stream().anyMatch(text::contains);
    }
}
