package org.contacts4j.http.server.request;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jetty.server.Request;

/**
 * The origin of a request.
 *
 * @param peer the address at the other end of the connection: the client or a proxy
 * @param headers returns all headers of a name, in order
 */
public record RequestSource(InetAddress peer, Function<String, List<String>> headers) {

    /** Returns the origin of this request. */
    public static RequestSource of(Request request) {
        InetAddress peer = request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
        return new RequestSource(peer, request.getHeaders()::getValuesList);
    }
}
