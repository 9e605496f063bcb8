package org.contacts4j.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.contacts4j.application.background.DaemonThreads;
import org.contacts4j.domain.webhook.Attempt;
import org.contacts4j.domain.webhook.DeliveryError;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of webhook deliveries. It sends each request once. Thread-safe.
 *
 * <p>The client follows no redirects, uses no proxy and stores no cookies. Of a response it uses the status and the
 * {@code Retry-After} header. It connects only to addresses that its resolver returns.
 */
final class WebhookClient implements AutoCloseable {

    /** The limit of a response body. A longer body is not read further and its connection is closed. */
    private static final int BODY_BYTES_READ = 64 * 1024;

    private static final int UNLIMITED = 100_000;
    private static final TimeValue VALIDATE_AFTER = TimeValue.ofMilliseconds(200);
    private static final TimeValue LONGEST_CONNECTION = TimeValue.ofMinutes(2);

    private final CloseableHttpClient http;
    private final Duration timeout;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledThreadPoolExecutor deadlines =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.named("webhook-deadlines"));

    WebhookClient(DnsResolver addresses, Duration timeout) {
        this.timeout = timeout;
        deadlines.setRemoveOnCancelPolicy(true);
        Timeout each = Timeout.of(timeout);
        ConnectionConfig connections = ConnectionConfig.custom()
                .setConnectTimeout(each)
                .setSocketTimeout(each)
                .setValidateAfterInactivity(VALIDATE_AFTER)
                .setTimeToLive(LONGEST_CONNECTION)
                .build();
        // EndpointDispatcher limits the number of connections. A limit here would make webhooks wait for each other.
        http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setDefaultConnectionConfig(connections)
                        .setMaxConnTotal(UNLIMITED)
                        .setMaxConnPerRoute(UNLIMITED)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Contacts4J-Webhooks")
                .build();
    }

    /** Sends a request and returns the attempt. Takes at most the timeout, excluding the DNS lookup. */
    Attempt send(WebhookRequest request) {
        HttpPost post = post(request);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    post.cancel();
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        Instant at = clock.instant();
        long start = System.nanoTime();
        try (ClassicHttpResponse response =
                http.executeOpen(RoutingSupport.determineHost(post), post, HttpClientContext.create())) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            finish(response);
            return answered(at, took, response);
        } catch (IOException | HttpException e) {
            DeliveryError error = late.get() ? DeliveryError.TIMEOUT : DeliveryErrors.of(e);
            return new Attempt(at, Duration.ofNanos(System.nanoTime() - start), null, error, null);
        } finally {
            deadline.cancel(false);
        }
    }

    private static HttpPost post(WebhookRequest request) {
        HttpPost post = new HttpPost(URI.create(request.url()));
        request.headers().forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(request.body(), ContentType.APPLICATION_JSON));
        return post;
    }

    private Attempt answered(Instant at, Duration took, ClassicHttpResponse response) {
        int status = response.getCode();
        @Nullable Header retryAfter = response.getFirstHeader("Retry-After");
        @Nullable Duration wish = retryAfter == null ? null : RetryAfter.read(retryAfter.getValue(), clock.instant());
        return new Attempt(at, took, status, DeliveryErrors.of(status), wish);
    }

    /**
     * Reads a short response to its end, so that its connection can be reused. The status alone decides about success.
     */
    private static void finish(ClassicHttpResponse response) {
        @Nullable HttpEntity entity = response.getEntity();
        if (entity == null) {
            return;
        }
        try {
            InputStream body = entity.getContent();
            body.skipNBytes(BODY_BYTES_READ);
        } catch (IOException e) {
            // The expected end of the body, or a broken connection. The receiver has sent a status, so it has the
            // delivery.
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
