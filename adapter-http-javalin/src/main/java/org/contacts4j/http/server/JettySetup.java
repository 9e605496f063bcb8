package org.contacts4j.http.server;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Bounds what connections may cost, and refuses what is not plain HTTP. */
public final class JettySetup {

    private static final int MAX_THREADS = 64;
    private static final int MIN_THREADS = 8;
    private static final int MAX_CONNECTIONS = 10_000;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int RESPONSE_BUFFER_BYTES = 4 * 1024;
    private static final long IDLE_MILLIS = 30_000;
    private static final long STOP_MILLIS = 10_000;

    /** A slash, a percent sign or a backslash inside of a path segment is data here. */
    private static final UriCompliance URIS = UriCompliance.RFC3986.with(
            "CONTACTS4J",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);

    private JettySetup() {}

    /**
     * Sets up the connections of a server.
     *
     * @param apis decide whose bodies are waited for, and word what fails before it reaches a route
     */
    public static void configure(JavalinConfig config, Apis apis) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.responseBufferSize = RESPONSE_BUFFER_BYTES;
        config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        config.jetty.modifyHttpConfiguration(JettySetup::restrict);
        config.jetty.modifyServer(server -> guard(server, apis));
    }

    private static void restrict(HttpConfiguration http) {
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(URIS);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setIdleTimeout(IDLE_MILLIS);
    }

    private static void guard(Server server, Apis apis) {
        FrontDoor frontDoor = new FrontDoor();
        frontDoor.setHandler(new WholeBodies(apis));
        server.setHandler(new GracefulHandler(frontDoor));
        server.setErrorHandler(new PlainFailures(apis));
        server.setStopTimeout(STOP_MILLIS);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    }
}
