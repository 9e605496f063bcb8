package org.contacts4j.http.server;

import java.util.regex.Pattern;

/**
 * The paths that are served. Limits, authentication and the router all see the path as it was sent. A path that a proxy or
 * a client library could resolve to another one is refused.
 */
final class RequestPath {

    /** An empty segment, or one of dots alone, percent-encoded or with parameters. A slash at the end is allowed. */
    private static final Pattern AMBIGUOUS = Pattern.compile("//|/(\\.|%2[eE]){1,2}(;[^/]*)?(/|$)");

    private RequestPath() {}

    /** Whether the path means the same to every reader. */
    static boolean isPlain(String path) {
        return !AMBIGUOUS.matcher(path).find();
    }
}
