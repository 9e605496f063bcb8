package org.contacts4j.http.spn;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A validation error in pydantic's format.
 *
 * @param type the error code
 * @param loc the location: {@code body}, {@code query} or {@code path}, and the name there
 * @param msg the message for people
 * @param input the value that was sent
 * @param ctx the values in the message; omitted when null
 */
record Problem(
        String type,
        List<Object> loc,
        String msg,
        @Nullable Object input,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> ctx) {}
