package org.contacts4j.http.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contacts4j.http.network.Network;
import org.contacts4j.http.server.RequestSource;

/** Finds the address that a request comes from, behind proxies that are trusted to say so. */
final class ClientAddresses {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<Network> trusted;

    ClientAddresses(List<Network> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * The last address, from the client's end, that a trusted proxy vouches for. Proxies pass on a header that they do not
     * know: so when there are both kinds, and they say different things, neither is believed.
     */
    InetAddress of(RequestSource origin) {
        if (!isTrusted(origin.peer())) {
            return origin.peer();
        }
        List<String> standard = origin.headers().apply("Forwarded");
        List<String> usual = origin.headers().apply("X-Forwarded-For");
        InetAddress client = walk(origin.peer(), usual.isEmpty() ? standard : usual);
        boolean disputed = !standard.isEmpty() && !usual.isEmpty() && !client.equals(walk(origin.peer(), standard));
        return disputed ? origin.peer() : client;
    }

    /** What an address is counted by: who has one address of IPv6 has 2^64. */
    static String nameOf(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES))
                : address.getHostAddress();
    }

    /** Each proxy adds at the end whom it speaks for; whatever stands before the first that is not trusted may be made up. */
    private InetAddress walk(InetAddress peer, List<String> headers) {
        List<String> hops = headers.stream().flatMap(ClientAddresses::split).toList();
        InetAddress client = peer;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            Optional<InetAddress> hop = ForwardedNode.parse(hops.get(i));
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get();
        }
        return client;
    }

    /** Quotes are not looked at: one that a client leaves open must not hide what proxies add. */
    private static Stream<String> split(String header) {
        return Arrays.stream(header.split(","));
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }
}
