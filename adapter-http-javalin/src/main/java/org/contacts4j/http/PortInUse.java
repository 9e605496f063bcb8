package org.contacts4j.http;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The server cannot listen where it should; the message is one line for the operator. */
public final class PortInUse extends RuntimeException {

    private static final String BINDING = "Failed to bind to ";

    PortInUse(String host, int port, Throwable cause) {
        super(
                "Cannot listen on " + addressIn(cause, host + ":" + port)
                        + ": the port is in use or not allowed, or the host is not of this machine.",
                cause);
    }

    /** Of several ports, the one that Jetty says it could not have. */
    private static String addressIn(Throwable failure, String otherwise) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .filter(message -> message.startsWith(BINDING))
                .map(message -> message.substring(Math.max(BINDING.length(), message.lastIndexOf('/') + 1)))
                .findFirst()
                .orElse(otherwise);
    }
}
