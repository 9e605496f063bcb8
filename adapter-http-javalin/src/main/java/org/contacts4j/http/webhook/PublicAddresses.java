package org.contacts4j.http.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.contacts4j.http.network.Network;

/** Which addresses are of the public internet, by IANA's registries of special addresses. */
final class PublicAddresses {

    private static final List<Network> SPECIAL_IPV4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Everything else of IPv6 is loopback, link-local, private, multicast or not given out. */
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

    private static final List<Network> SPECIAL_IPV6 = networks("2001::/23", "2001:db8::/32", "3fff::/20");

    private static final Network NAT64 = Network.of("64:ff9b::/96");
    private static final Network SIX_TO_FOUR = Network.of("2002::/16");
    private static final Network IPV4_COMPATIBLE = Network.of("::/96");
    private static final int IPV4_BYTES = 4;

    private PublicAddresses() {}

    /** Whether the address, in its {@linkplain #canonical canonical} form, is one that anybody on the internet may call. */
    static boolean contain(InetAddress address) {
        InetAddress judged = canonical(address);
        if (judged instanceof Inet4Address) {
            return SPECIAL_IPV4.stream().noneMatch(special -> special.contains(judged));
        }
        return GLOBAL_IPV6.contains(judged) && SPECIAL_IPV6.stream().noneMatch(special -> special.contains(judged));
    }

    /** The IPv4 address that an IPv6 address stands for, if it does; Java itself knows mapped ones. */
    static InetAddress canonical(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (NAT64.contains(address) || IPV4_COMPATIBLE.contains(address)) {
            return ipv4(bytes, bytes.length - IPV4_BYTES);
        }
        return SIX_TO_FOUR.contains(address) ? ipv4(bytes, 2) : address;
    }

    private static InetAddress ipv4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + IPV4_BYTES));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static List<Network> networks(String... cidrs) {
        return Stream.of(cidrs).map(Network::of).toList();
    }
}
