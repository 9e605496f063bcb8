package org.contacts4j.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contacts4j.domain.network.Network;

/** The IPv4 addresses embedded in IPv6 addresses. Java itself unwraps {@code ::ffff:0:0/96}. */
final class EmbeddedIpv4 {

    /**
     * NAT64 (RFC 6052), IPv4-compatible (RFC 4291) and stateless translation (RFC 2765) networks. The IPv4 address is
     * in the last four bytes.
     */
    private static final List<Network> TRANSLATED = Stream.of("64:ff9b::/96", "::/96", "::ffff:0:0:0/96")
            .map(Network::of)
            .toList();

    private static final Network SIX_TO_FOUR = Network.of("2002::/16");
    private static final Network LOCAL_NAT64 = Network.of("64:ff9b:1::/48");
    private static final Network TEREDO = Network.of("2001::/32");
    private static final int LAST_FOUR = 12;

    private EmbeddedIpv4() {}

    /**
     * Returns the IPv4 address that receives the packets to an IPv6 address, or the address itself if there is none.
     */
    static InetAddress canonical(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (TRANSLATED.stream().anyMatch(network -> network.contains(address))) {
            return ipv4(bytes, LAST_FOUR, 13, 14, 15);
        }
        return SIX_TO_FOUR.contains(address) ? ipv4(bytes, 2, 3, 4, 5) : address;
    }

    /**
     * Returns the canonical address and every IPv4 address that a translator or tunnel may extract from the address.
     */
    static List<InetAddress> candidatesOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        List<InetAddress> readings = new ArrayList<>(List.of(canonical(address)));
        if (LOCAL_NAT64.contains(address)) {
            // RFC 8215 does not fix the prefix length. RFC 6052 defines the position of the IPv4 address for each
            // length.
            readings.add(ipv4(bytes, LAST_FOUR, 13, 14, 15));
            readings.add(ipv4(bytes, 9, 10, 11, 12));
            readings.add(ipv4(bytes, 7, 9, 10, 11));
            readings.add(ipv4(bytes, 6, 7, 9, 10));
        } else if (TEREDO.contains(address)) {
            readings.add(ipv4(bytes, 4, 5, 6, 7));
            readings.add(ipv4(inverted(bytes), LAST_FOUR, 13, 14, 15));
        }
        isatap(bytes).ifPresent(readings::add);
        return readings;
    }

    /**
     * Returns the IPv4 address of an ISATAP address (RFC 5214). ISATAP has an interface identifier, but no network
     * prefix.
     */
    private static Optional<InetAddress> isatap(byte[] bytes) {
        boolean isatap = bytes.length > LAST_FOUR
                && (bytes[8] & ~0x02) == 0
                && bytes[9] == 0
                && bytes[10] == 0x5e
                && bytes[11] == (byte) 0xfe;
        return isatap ? Optional.of(ipv4(bytes, LAST_FOUR, 13, 14, 15)) : Optional.empty();
    }

    /** Returns the bytes with all bits inverted: Teredo (RFC 4380) inverts the address of its client. */
    private static byte[] inverted(byte[] bytes) {
        byte[] inverted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            inverted[i] = (byte) ~bytes[i];
        }
        return inverted;
    }

    private static InetAddress ipv4(byte[] bytes, int first, int second, int third, int fourth) {
        try {
            return InetAddress.getByAddress(new byte[] {bytes[first], bytes[second], bytes[third], bytes[fourth]});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
