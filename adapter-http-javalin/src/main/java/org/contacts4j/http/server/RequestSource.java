package org.contacts4j.http.server;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;

/**
 * Where a request comes from.
 *
 * @param peer who is at the other end of the connection: the client, or a proxy
 * @param headers all headers of a name, in their order
 */
public record RequestSource(InetAddress peer, Function<String, List<String>> headers) {}
