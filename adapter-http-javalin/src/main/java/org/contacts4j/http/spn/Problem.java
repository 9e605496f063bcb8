package org.contacts4j.http.spn;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, as pydantic tells it.
 *
 * @param type a word for programs
 * @param loc where it is: {@code body}, {@code query} or {@code path}, and the name there
 * @param msg a sentence for people
 * @param input what was sent
 * @param ctx the figures of the sentence; left out when there are none
 */
record Problem(
        String type,
        List<Object> loc,
        String msg,
        @Nullable Object input,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> ctx) {}
