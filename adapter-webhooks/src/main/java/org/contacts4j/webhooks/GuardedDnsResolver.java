package org.contacts4j.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.contacts4j.domain.network.Network;

/**
 * A DNS resolver that returns only addresses that may be called.
 *
 * <p>The client connects only to the returned addresses. A later change of the DNS record therefore has no effect on a
 * checked request (DNS rebinding).
 */
final class GuardedDnsResolver implements DnsResolver {

    /** The lookup of addresses by host name. */
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
     * Returns the addresses of a host in allowed networks. If there are none and all its addresses are public, returns
     * all addresses.
     *
     * <p>A {@linkplain MetadataServices metadata service} must be allowed by its own address. A larger allowed network
     * does not include it.
     *
     * @throws ForbiddenAddress when no address may be called
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.addressesOf(host);
        boolean named = MetadataServices.containsName(host);
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
        boolean requiresExactAddress = namesMetadata || MetadataServices.containsAddress(address);
        return allowed.stream()
                .anyMatch(network -> network.contains(canonical) && (!requiresExactAddress || network.isOneAddress()));
    }

    /** Thrown when a host has an address that may not be called. */
    static final class ForbiddenAddress extends UnknownHostException {

        private static final long serialVersionUID = 1;

        ForbiddenAddress(String host) {
            super(host);
        }
    }
}
