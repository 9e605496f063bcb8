package org.contacts4j.http.server;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestPrincipal;
import org.contacts4j.http.server.route.Apis;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs one line for each response. The line has the route's template instead of the path, since paths and query strings
 * contain names, e-mail addresses and tags.
 */
final class RequestLog implements org.eclipse.jetty.server.RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    /** Other methods are text of the client's choice. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final String NONE = "-";

    private final Apis apis;

    RequestLog(Apis apis) {
        this.apis = apis;
    }

    @Override
    public void log(Request request, Response response) {
        RequestHead head = RequestHead.of(request, response);
        LOG.info(
                "method={} route={} status={} ms={} organization={} request={}",
                METHODS.contains(head.method()) ? head.method() : NONE,
                apis.routeOf(head).orElse(NONE),
                response.getStatus(),
                TimeUnit.NANOSECONDS.toMillis(NanoTime.since(request.getHeadersNanoTime())),
                organizationOf(request),
                head.id());
    }

    /** Returns the organization of the caller without spaces and control characters; a dash when there is no caller. */
    private static String organizationOf(Request request) {
        return request.getAttribute(RequestPrincipal.OF_REQUEST) instanceof RequestPrincipal sender
                ? sender.caller().organization().value().replaceAll("[\\s\\p{C}]", "?")
                : NONE;
    }
}
