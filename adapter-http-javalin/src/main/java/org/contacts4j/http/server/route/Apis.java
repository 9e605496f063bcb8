package org.contacts4j.http.server.route;

import java.util.function.BiConsumer;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestPrincipal;
import org.contacts4j.http.server.request.RequestSource;
import org.jspecify.annotations.Nullable;

/** The decisions that the server asks of its APIs before a request reaches a route. */
public interface Apis {

    /**
     * Counts the request against its rate limit and sets the rate-limit headers of the response.
     *
     * @param headers receives the name and value of each response header
     * @return the principal; null when the request has no valid token
     * @throws Refusal when the request exceeds its rate limit
     */
    @Nullable
    RequestPrincipal count(RequestHead request, RequestSource origin, BiConsumer<String, String> headers);

    /** Returns what to do with the request's body. No byte of the body has been read at this point. */
    BodyPlan bodyOf(RequestHead request);

    /** Returns whether the request may reach its route: it has a valid token or needs none. */
    boolean admits(RequestHead request);

    /** Returns the error format of the API that the request addresses. */
    ErrorFormat errorFormatFor(RequestHead request);
}
