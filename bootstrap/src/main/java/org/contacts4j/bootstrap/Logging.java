package org.contacts4j.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/**
 * The default logging configuration. Logs to standard error: level WARN and above, and for Contacts4J also INFO.
 * Standard output contains only what commands print. The log contains no personal data and no secrets: no path, query
 * string, header or body of a request, and no value of a row.
 *
 * <p>Configured in Java, because an XML configuration would load an XML parser at startup. An operator can replace it
 * with a file named by {@code -Dlogback.configurationFile}.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {

    /**
     * The pattern of a log line. It replaces line breaks in messages: a message may contain text from a client or
     * another server, which must not be able to forge log lines.
     */
    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%thread] %logger{0}: "
            + "%replace(%msg){'[\\r\\n\\u0085\\u2028\\u2029]+', ' '}%n%ex";

    /**
     * Loggers of Jetty whose warnings quote requests, such as a duplicate {@code Host} header or the path of a request
     * that failed. The HTTP adapter logs failed requests by their id.
     */
    private static final List<String> QUOTING_REQUESTS = List.of(
            "org.eclipse.jetty.http",
            "org.eclipse.jetty.server.Response",
            "org.eclipse.jetty.server.handler.ErrorHandler",
            "org.eclipse.jetty.ee10.servlet");

    /** A strong reference, because the JDK discards the level of a garbage-collected logger. */
    private static final java.util.logging.Logger DRIVER = java.util.logging.Logger.getLogger("org.postgresql");

    @Override
    public ExecutionStatus configure(LoggerContext logging) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(standardError(logging));
        logging.getLogger("org.contacts4j").setLevel(Level.INFO);
        // Javalin repeats the HTTP adapter's errors about a failed start. The adapter also logs failed requests.
        logging.getLogger("io.javalin").setLevel(Level.OFF);
        QUOTING_REQUESTS.forEach(name -> logging.getLogger(name).setLevel(Level.OFF));
        // The driver logs through java.util.logging, past this configuration, the errors that it also throws.
        DRIVER.setLevel(java.util.logging.Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext logging) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(logging);
        layout.getInstanceConverterMap().put("ex", StackTraces::new);
        layout.setPattern(LINE);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(logging);
        encoder.setLayout(layout);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(logging);
        appender.setTarget(ConsoleTarget.SystemErr.getName());
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
