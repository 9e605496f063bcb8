package org.contacts4j.http.server.request;

import java.util.regex.Pattern;

/**
 * Validation of request paths. Rate limits, authentication and the router all see the path as sent. A path that a proxy
 * or a client library could normalize to another one is rejected.
 */
public final class RequestPath {

    /**
     * An empty segment, or one that consists of dots, percent-encoded or with parameters. A trailing slash is allowed.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile("//|/(\\.|%2[eE]){1,2}(;[^/]*)?(/|$)");

    private RequestPath() {}

    /** Returns whether proxies, client libraries and this server all interpret the path alike. */
    public static boolean isPlain(String path) {
        return !AMBIGUOUS.matcher(path).find();
    }
}
