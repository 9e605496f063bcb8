package org.contacts4j.webhooks;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.contacts4j.domain.network.Network;

/**
 * The metadata services of cloud platforms. They return credentials and identify the caller by its address.
 *
 * <p>Sources: the documentation of the providers and the data sources of cloud-init.
 */
final class MetadataServices {

    private static final List<Network> ADDRESSES = Stream.of(
                    // Link-local (RFC 3927, RFC 4291).
                    // 169.254.169.254: AWS, Azure, Google, Oracle, OpenStack, DigitalOcean.
                    // Also Hetzner, Vultr, IBM, Huawei.
                    // 169.254.170.2 and .23: AWS ECS and EKS. 169.254.169.252: GKE.
                    // 169.254.0.23 and .10.10: Tencent. 169.254.42.42: Scaleway.
                    // 169.254.20.10: DNS of Kubernetes nodes.
                    // The token service of Azure App Service is at changing addresses.
                    "169.254.0.0/16",
                    "fe80::/10",
                    // Azure: WireServer, DNS and DHCP. This address is registered as public.
                    "168.63.129.16/32",
                    // Alibaba Cloud
                    "100.100.100.200/32",
                    "fd00:100::100:200/128",
                    // Oracle Cloud Classic, Oracle Cloud
                    "192.0.0.192/32",
                    "fd00:c1::a9fe:a9fe/128",
                    // AWS: ::254 metadata, ::23 EKS Pod Identity, ::253 DNS, ::123 time
                    "fd00:ec2::/32",
                    // Google
                    "fd20:ce::254/128",
                    // Scaleway
                    "fd00:42::42/128",
                    // Akamai (Linode)
                    "fd00:a9fe:a9fe::1/128")
            .map(Network::of)
            .toList();

    private static final Set<String> NAMES = Set.of(
            "metadata",
            "metadata.google.internal",
            "metadata.goog",
            "metadata.azure.internal",
            "metadata.azure.com",
            "metadata.tencentyun.com",
            "metadata.platformequinix.com",
            "metadata.packet.net",
            "api.metadata.cloud.ibm.com",
            "instance-data",
            "instance-data.ec2.internal");

    private MetadataServices() {}

    /**
     * Returns whether the address, in any of its {@linkplain EmbeddedIpv4#candidatesOf readings}, is a metadata service.
     */
    static boolean containsAddress(InetAddress address) {
        return isListed(address) || EmbeddedIpv4.candidatesOf(address).stream().anyMatch(MetadataServices::isListed);
    }

    /** Returns whether this is the name of a metadata service. Ignores case and a trailing dot. */
    static boolean containsName(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isListed(InetAddress address) {
        return ADDRESSES.stream().anyMatch(network -> network.contains(address));
    }
}
