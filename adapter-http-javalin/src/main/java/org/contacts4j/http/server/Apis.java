package org.contacts4j.http.server;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the server asks of the APIs behind it before a request reaches one of them. */
public interface Apis {

    /**
     * Counts the request, and has headers say how its sender stands.
     *
     * @return the sender; null when the request has no token that holds
     * @throws Refusal when it is one too many
     */
    @Nullable
    RequestPrincipal count(RequestHead request, RequestSource origin, BiConsumer<String, String> headers);

    /** What to do with the request's body. Nothing of it has been received yet. */
    BodyPlan bodyOf(RequestHead request);

    /** Whether the request may reach its route: it has a token that holds, or needs none. */
    boolean letsIn(RequestHead request);

    /** In whose words the request is refused. */
    ErrorFormat wordingFor(RequestHead request);
}
