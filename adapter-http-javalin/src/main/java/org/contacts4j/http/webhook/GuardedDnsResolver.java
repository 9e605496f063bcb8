package org.contacts4j.http.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.contacts4j.http.network.Network;

/**
 * Finds the addresses of hosts, and gives out only those that may be called. A connection is made to what is given out here
 * and to nothing else: so a name that is asked for again, and means another address then, changes nothing.
 */
final class GuardedDnsResolver implements DnsResolver {

    /** How names become addresses. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    private final List<Network> allowed;
    private final Names names;

    GuardedDnsResolver(List<Network> allowed, Names names) {
        this.allowed = List.copyOf(allowed);
        this.names = names;
    }

    /**
     * Returns the host's addresses in allowed networks; when there are none, all its addresses, provided that each of them is
     * public. A {@linkplain MetadataServices metadata service} is reached only at an address that is allowed by itself,
     * and not within a larger network.
     *
     * @throws ForbiddenAddress when none may be called
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.addressesOf(host);
        boolean named = MetadataServices.areNamed(host);
        InetAddress[] opened =
                Arrays.stream(all).filter(address -> isAllowed(address, named)).toArray(InetAddress[]::new);
        if (opened.length > 0) {
            return opened;
        }
        if (named || all.length == 0 || !Arrays.stream(all).allMatch(PublicAddresses::contain)) {
            throw new ForbiddenAddress(host);
        }
        return all;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean isAllowed(InetAddress address, boolean namesMetadata) {
        InetAddress canonical = EmbeddedIpv4.canonical(address);
        boolean onlyByItself = namesMetadata || MetadataServices.areAt(address);
        return allowed.stream()
                .anyMatch(network -> network.contains(canonical) && (!onlyByItself || network.isOneAddress()));
    }

    /** The host has an address that may not be called. */
    static final class ForbiddenAddress extends UnknownHostException {

        private static final long serialVersionUID = 1;

        ForbiddenAddress(String host) {
            super(host);
        }
    }
}
