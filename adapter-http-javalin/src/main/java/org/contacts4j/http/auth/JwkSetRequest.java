package org.contacts4j.http.auth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request for a JWK set. Nimbus's resource retriever is not used: it follows redirects, and its timeouts apply
 * to single reads. A server that sends one byte a second could hold it indefinitely.
 */
final class JwkSetRequest {

    private static final int OK = 200;

    private JwkSetRequest() {}

    /**
     * Returns the body of the response. Redirects are not followed.
     *
     * @param timeout the maximum time in total, from name resolution to the last byte
     * @throws IOException with a message that contains neither the URL nor any part of the response except its status
     */
    static byte[] send(URI uri, Duration timeout) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = client(timeout).sendAsync(request(uri), BoundedBody::of);
        try {
            HttpResponse<byte[]> whole = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (whole.statusCode() != OK) {
                throw new IOException("it was answered with status " + whole.statusCode() + " instead of 200");
            }
            return whole.body();
        } catch (TimeoutException e) {
            throw new IOException("it did not arrive whole within " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IOException(reason(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("this thread was interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpClient client(Duration timeout) {
        return HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .version(Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /**
     * Builds the request. The user and password of the URL become Basic credentials, since java.net.http ignores them.
     */
    private static HttpRequest request(URI uri) throws IOException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "application/json");
            if (uri.getUserInfo() != null) {
                byte[] credentials = uri.getUserInfo().getBytes(StandardCharsets.UTF_8);
                request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
            }
            return request.build();
        } catch (IllegalArgumentException e) {
            throw new IOException("it is not a URL that can be requested");
        }
    }

    /**
     * Returns the reason of a failure. Other failures are named by their type only: their messages may contain the URL.
     */
    private static String reason(@Nullable Throwable failure) {
        return failure instanceof BoundedBody.TooLong tooLong
                ? String.valueOf(tooLong.getMessage())
                : "the connection failed ("
                        + (failure == null ? "" : failure.getClass().getSimpleName()) + ")";
    }
}
