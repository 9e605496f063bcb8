package org.contacts4j.http;

/** The server cannot listen where it should; the message is one line for the operator. */
public final class PortInUse extends RuntimeException {

    PortInUse(String host, int port, Throwable cause) {
        super(
                "Cannot listen on " + host + ":" + port
                        + ": the port is in use or not allowed, or the host is not of this machine.",
                cause);
    }
}
