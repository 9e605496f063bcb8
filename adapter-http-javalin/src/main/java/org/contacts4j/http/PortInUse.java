package org.contacts4j.http;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Thrown when the server cannot listen on the configured address. The message is one line for the operator. */
public final class PortInUse extends RuntimeException {

    private static final String BINDING = "Failed to bind to ";

    PortInUse(String host, int port, Throwable cause) {
        super(
                "Cannot listen on " + addressIn(cause, host + ":" + port)
                        + ": the port is in use or not allowed, or the host is not of this machine.",
                cause);
    }

    /** Returns the address that Jetty reports as unavailable, or {@code otherwise} when it reports none. */
    private static String addressIn(Throwable failure, String otherwise) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .filter(message -> message.startsWith(BINDING))
                .map(message -> message.substring(Math.max(BINDING.length(), message.lastIndexOf('/') + 1)))
                .findFirst()
                .orElse(otherwise);
    }
}
