package org.contacts4j.http.server.request;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;

/**
 * The origin of a request.
 *
 * @param peer the address at the other end of the connection: the client or a proxy
 * @param headers returns all headers of a name, in order
 */
public record RequestSource(InetAddress peer, Function<String, List<String>> headers) {}
