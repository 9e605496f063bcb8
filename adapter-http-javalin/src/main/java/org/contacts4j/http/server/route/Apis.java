package org.contacts4j.http.server.route;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestPrincipal;
import org.contacts4j.http.server.request.RequestSource;
import org.jspecify.annotations.Nullable;

/** The decisions that the server asks of its APIs before a request reaches a route. */
public interface Apis {

    /** Returns the address of the client, which trusted proxies may report. */
    InetAddress clientOf(RequestSource source);

    /**
     * Counts the request against its rate limit and sets the rate-limit headers of the response.
     *
     * @param headers receives the name and value of each response header
     * @return the principal; null when the request has no valid token
     * @throws Refusal when the request exceeds its rate limit
     */
    @Nullable
    RequestPrincipal count(RequestHead request, BiConsumer<String, String> headers);

    /**
     * Returns what to do with the request's body. No byte of the body has been read at this point.
     *
     * @param sender the principal; null when the request has no valid token
     */
    BodyPlan bodyOf(RequestHead request, @Nullable RequestPrincipal sender);

    /** Returns whether the request may reach its route without a token, and has none. */
    boolean admitsAnonymous(RequestHead request);

    /** Records that a request of an identified caller was refused with 401 or 403, for the audit log. */
    void recordRefusal(Caller caller, String code);

    /** Returns the value of {@code Vary}: the request headers that select the response at this path. */
    String varyOf(RequestHead request);

    /** Returns the template of the route that serves the request, such as {@code /contacts/{id}}. */
    Optional<String> routeOf(RequestHead request);

    /** Returns the error format of the API that the request addresses. */
    ErrorFormat errorFormatFor(RequestHead request);
}
