package org.contacts4j.http.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client of a server for one caller. Validates every response against the OpenAPI document before returning it.
 */
public final class ApiClient {

    private static final OpenApi OPENAPI = OpenApi.load();

    private final HttpClient http;
    private final URI server;
    private final Map<String, String> headers;

    ApiClient(HttpClient http, URI server) {
        this(http, server, Map.of());
    }

    private ApiClient(HttpClient http, URI server, Map<String, String> headers) {
        this.http = http;
        this.server = server;
        this.headers = headers;
    }

    /** Returns a client that also sends this header with every request. */
    public ApiClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiClient(http, server, more);
    }

    public Reply get(String path) {
        return call("GET", path, null);
    }

    public Reply post(String path, String json) {
        return call("POST", path, json);
    }

    public Reply put(String path, String json) {
        return call("PUT", path, json);
    }

    public Reply patch(String path, String json) {
        return call("PATCH", path, json);
    }

    public Reply delete(String path) {
        return call("DELETE", path, null);
    }

    /** Sends a request. A path without a leading {@code /} is relative to the canonical API. */
    public Reply call(String method, String path, @Nullable String json) {
        BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        ApiClient client =
                json == null || headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
        return client.checked(method, path, body);
    }

    /** Posts these bytes. */
    public Reply send(String path, byte[] body) {
        return checked("POST", path, BodyPublishers.ofByteArray(body));
    }

    private Reply checked(String method, String path, BodyPublisher body) {
        HttpResponse<byte[]> response = exchange(method, path, body);
        Reply reply = new Reply(
                response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
        OPENAPI.check(method, response.uri().getRawPath(), reply);
        return reply;
    }

    /** Sends a request and returns the response without validation. */
    public HttpResponse<byte[]> exchange(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.resolve(path.startsWith("/") ? path : "/api/v1/" + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
