package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client of a server for one caller. Validates every response against the OpenAPI document before returning it.
 */
public final class ApiClient {

    private static final OpenApi OPENAPI = OpenApi.load();

    private static final HttpClient HTTP_1_1 =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI server;
    private final Map<String, String> headers;
    private final Duration timeout;

    ApiClient(HttpClient http, URI server) {
        this(http, server, Map.of(), TIMEOUT);
    }

    private ApiClient(HttpClient http, URI server, Map<String, String> headers, Duration timeout) {
        this.http = http;
        this.server = server;
        this.headers = headers;
        this.timeout = timeout;
    }

    /** Returns a client of this server without credentials. */
    public static ApiClient of(URI server) {
        return new ApiClient(HTTP_1_1, server);
    }

    /** Returns a client that also sends this header with every request. */
    public ApiClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiClient(http, server, more, timeout);
    }

    /** Returns a client that also sends this token. */
    public ApiClient withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** Returns a client that waits this long for a response, instead of twenty seconds. */
    public ApiClient waiting(Duration time) {
        return new ApiClient(http, server, headers, time);
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
        return (json == null ? this : typed()).checked(method, path, body);
    }

    /** Creates a contact with this name. */
    public Reply create(String name) {
        return post("contacts", "{\"name\":\"" + name + "\"}");
    }

    /** Sends a request without waiting for its response. */
    public CompletableFuture<Reply> start(String method, String path, String body) {
        return http.sendAsync(typed().request(method, path, BodyPublishers.ofString(body)), BodyHandlers.ofByteArray())
                .thenApply(response -> checked(method, response));
    }

    /** Posts these bytes. */
    public Reply send(String path, byte[] body) {
        return checked("POST", path, BodyPublishers.ofByteArray(body));
    }

    /** Posts a multipart form that is stored in this file. */
    public Reply upload(String path, Path form) throws FileNotFoundException {
        return with("Content-Type", Upload.TYPE).checked("POST", path, BodyPublishers.ofFile(form));
    }

    /** Returns the response of a GET request with its body as a stream, without validation. */
    public HttpResponse<InputStream> download(String path) {
        return exchange("GET", path, BodyPublishers.noBody(), BodyHandlers.ofInputStream());
    }

    private ApiClient typed() {
        return headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
    }

    private Reply checked(String method, String path, BodyPublisher body) {
        return checked(method, exchange(method, path, body));
    }

    private static Reply checked(String method, HttpResponse<byte[]> response) {
        Reply reply = new Reply(
                response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
        checkStandardHeaders(response.uri().getPath(), reply);
        OPENAPI.check(method, response.uri().getRawPath(), reply);
        return reply;
    }

    /** Only the OpenAPI document may be stored by caches. */
    private static void checkStandardHeaders(String path, Reply reply) {
        assertThat(reply.header("Cache-Control")).isEqualTo(path.equals("/openapi.json") ? "no-cache" : "no-store");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.headers().allValues("Vary")).singleElement().asString().startsWith("Accept-Encoding");
    }

    /** Sends a request and returns the response without validation. */
    public HttpResponse<byte[]> exchange(String method, String path, BodyPublisher body) {
        return exchange(method, path, body, BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> exchange(String method, String path, BodyPublisher body, BodyHandler<T> handler) {
        try {
            return http.send(request(method, path, body), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.resolve(path.startsWith("/") ? path : "/api/v1/" + path))
                .timeout(timeout)
                .method(method, body);
        headers.forEach(request::header);
        return request.build();
    }
}
