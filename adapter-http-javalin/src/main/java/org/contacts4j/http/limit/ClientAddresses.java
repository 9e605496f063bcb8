package org.contacts4j.http.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contacts4j.domain.network.Network;
import org.contacts4j.http.server.request.RequestSource;

/** Determines the client address of a request that may have passed trusted proxies. */
public final class ClientAddresses {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<Network> trusted;

    /**
     * Creates an instance.
     *
     * @param trusted the networks of proxies whose forwarding headers are trusted
     */
    public ClientAddresses(List<Network> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * Returns the most distant address that a chain of trusted proxies reports; the peer's address when the peer is not
     * trusted. Proxies forward unknown headers unchanged. When {@code Forwarded} and {@code X-Forwarded-For} are both
     * present and disagree, returns the peer's address.
     */
    public InetAddress of(RequestSource origin) {
        if (!isTrusted(origin.peer())) {
            return origin.peer();
        }
        List<String> standard = origin.headers().apply("Forwarded");
        List<String> usual = origin.headers().apply("X-Forwarded-For");
        InetAddress client = walk(origin.peer(), usual.isEmpty() ? standard : usual);
        boolean disputed = !standard.isEmpty() && !usual.isEmpty() && !client.equals(walk(origin.peer(), standard));
        return disputed ? origin.peer() : client;
    }

    /**
     * Returns the key that an address is counted by. IPv6 addresses are counted by their /64 network, since a client
     * with one such address has 2^64.
     */
    public static String nameOf(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES))
                : address.getHostAddress();
    }

    /**
     * Walks back from the last proxy to the first untrusted address. Each proxy appends the address it received the
     * request from. Entries before the first untrusted address may be forged.
     */
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

    /**
     * Splits at every comma, also inside quotes. A quote that a client leaves open must not hide the entries that
     * proxies append.
     */
    private static Stream<String> split(String header) {
        return Arrays.stream(header.split(","));
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }
}
