package org.contacts4j.http.server;

import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.route.Apis;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * The headers of every response. No cache stores personal data, no browser guesses a media type, and a cache that
 * ignores {@code no-store} still keeps the responses to different callers apart.
 */
final class StandardHeaders {

    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField NO_SNIFF = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

    private StandardHeaders() {}

    /** Sets the headers. A route that serves a public document replaces {@code Cache-Control}. */
    static void put(Apis apis, Request request, Response response) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(NO_STORE);
        headers.put(NO_SNIFF);
        headers.put(HttpHeader.VARY, apis.varyOf(RequestHead.of(request, response)));
    }
}
