package org.contacts4j.http.scenario;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request that a hostile client may send.
 *
 * @param body the bytes of the body, as ISO 8859-1 text
 */
public record HostileRequest(String method, String path, Map<String, String> headers, String body) {

    private static final int SHOWN = 300;

    /** Sends the request, and returns the response without validation. */
    public HttpResponse<byte[]> send(ApiClient client) {
        ApiClient sending = client;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            sending = sending.with(header.getKey(), header.getValue());
        }
        return sending.exchange(
                method,
                path,
                body.isEmpty()
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public String toString() {
        String shown = body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "… (" + body.length() + " bytes)";
        return method + " " + path + " " + headers + " " + shown;
    }
}
