package org.contacts4j.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.contacts4j.domain.network.Network;

/** The addresses of the public internet, according to IANA's registries of special addresses. */
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

    /**
     * The global IPv6 addresses.
     *
     * <p>All others are not global: loopback, discard-only (100::/64), local translation (64:ff9b:1::/48), segment
     * routing (5f00::/16), site-local (fec0::/10), unique local, link-local, multicast, or not assigned.
     */
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

    private static final List<Network> SPECIAL_IPV6 = networks("2001::/23", "2001:db8::/32", "3fff::/20");

    private PublicAddresses() {}

    /**
     * Returns whether an address is public, in its {@linkplain EmbeddedIpv4#canonical canonical} form and in all its
     * readings.
     */
    static boolean contain(InetAddress address) {
        return !MetadataServices.containsAddress(address)
                && EmbeddedIpv4.candidatesOf(address).stream().allMatch(PublicAddresses::isPublic);
    }

    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? SPECIAL_IPV4.stream().noneMatch(special -> special.contains(address))
                : GLOBAL_IPV6.contains(address)
                        && SPECIAL_IPV6.stream().noneMatch(special -> special.contains(address));
    }

    private static List<Network> networks(String... cidrs) {
        return Stream.of(cidrs).map(Network::of).toList();
    }
}
