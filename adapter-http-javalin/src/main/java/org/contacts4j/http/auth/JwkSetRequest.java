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
 * One request for a JWK set. Not by Nimbus's resource retriever: that follows redirects, and its timeouts are those of single
 * reads, so that a server which sends a byte a second holds it for as long as it likes.
 */
final class JwkSetRequest {

    private static final int OK = 200;

    private JwkSetRequest() {}

    /**
     * Returns the body of the answer. Redirects are not followed.
     *
     * @param timeout how long all of it may take, from the search for the host's address to the last byte
     * @throws IOException with a message that names neither the URL nor anything of the answer but its status
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

    /** The URL's user and password become credentials, since java.net.http ignores them. */
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

    /** Of other failures the kind alone: their messages may repeat the URL. */
    private static String reason(@Nullable Throwable failure) {
        return failure instanceof BoundedBody.TooLong tooLong
                ? String.valueOf(tooLong.getMessage())
                : "the connection failed ("
                        + (failure == null ? "" : failure.getClass().getSimpleName()) + ")";
    }
}
