package org.contacts4j.http.server;

import io.javalin.config.JavalinConfig;
import java.util.Map;
import org.contacts4j.http.server.body.BodyBufferingHandler;
import org.contacts4j.http.server.body.EarlyResponses;
import org.contacts4j.http.server.body.UnreadBodyHandler;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.route.Apis;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Configures Jetty: limits the resources of connections and rejects malformed HTTP. */
public final class JettySetup {

    private static final int MAX_THREADS = 64;
    private static final int MIN_THREADS = 8;

    /**
     * The maximum number of threads for one organization. A limit near the number of connections halves its throughput.
     */
    private static final int MAX_THREADS_PER_ORGANIZATION = MAX_THREADS / 2;

    private static final int MAX_CONNECTIONS = 10_000;

    /** With Java's default of 50, the kernel resets connections when 200 clients connect at the same moment. */
    private static final int ACCEPT_QUEUE = 1024;

    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int RESPONSE_BUFFER_BYTES = 4 * 1024;
    private static final long IDLE_MILLIS = 30_000;
    private static final long STOP_MILLIS = 10_000;

    /** A slash, a percent sign or a backslash inside a path segment is data. */
    private static final UriCompliance URIS = UriCompliance.RFC3986.with(
            "CONTACTS4J",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);

    private JettySetup() {}

    /**
     * Configures the connections of a server.
     *
     * @param apis decides which bodies are buffered, and formats errors of requests that do not reach a route
     * @param host the host name or address to listen on
     * @param connectorPorts the ports to listen on, by {@link RequestHead#connectorName}; the default connector comes
     *     first
     * @param requestLog whether each request is logged
     */
    public static void configure(
            JavalinConfig config, Apis apis, String host, Map<String, Integer> connectorPorts, boolean requestLog) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.responseBufferSize = RESPONSE_BUFFER_BYTES;
        config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        config.jetty.modifyHttpConfiguration(JettySetup::restrict);
        config.jetty.modifyServer(server -> guard(server, apis, requestLog));
        connectorPorts.forEach(
                (name, port) -> config.jetty.addConnector((server, http) -> connector(server, http, host, port, name)));
    }

    private static Connector connector(Server server, HttpConfiguration http, String host, int port, String name) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setName(name.isEmpty() ? null : name);
        return connector;
    }

    private static void restrict(HttpConfiguration http) {
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(URIS);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setIdleTimeout(IDLE_MILLIS);
    }

    private static void guard(Server server, Apis apis, boolean requestLog) {
        EarlyResponses answers = new EarlyResponses(apis);
        RequestIdHandler requestIdHandler = new RequestIdHandler(apis);
        UnreadBodyHandler unreadBodies = new UnreadBodyHandler();
        RateLimitHandler rateLimitHandler = new RateLimitHandler(apis, answers);
        requestIdHandler.setHandler(unreadBodies);
        unreadBodies.setHandler(rateLimitHandler);
        BodyBufferingHandler bodies = new BodyBufferingHandler(apis, answers);
        rateLimitHandler.setHandler(bodies);
        bodies.setHandler(new OrganizationConcurrencyHandler(apis, answers, MAX_THREADS_PER_ORGANIZATION));
        server.setHandler(new GracefulHandler(requestIdHandler));
        server.setErrorHandler(new ConnectionErrorHandler(apis));
        if (requestLog) {
            server.setRequestLog(new RequestLog(apis));
        }
        server.setStopTimeout(STOP_MILLIS);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    }
}
