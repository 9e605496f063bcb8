package org.contacts4j.http.limit;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.domain.network.IpAddress;

/** One element of {@code Forwarded} (RFC 7239) or of {@code X-Forwarded-For}. */
final class ForwardedNode {

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|.*;)\\s*for\\s*=([^;]*).*");
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)](?::\\w+)?|([0-9.]+)(?::\\w+)?");

    private ForwardedNode() {}

    /** Returns the address without its port; empty when the element is unknown, obfuscated or malformed. */
    static Optional<InetAddress> parse(String element) {
        Matcher named = FOR.matcher(element);
        String node =
                (named.matches() ? named.group(1) : element).replace("\"", "").strip();
        Matcher address = WITH_PORT.matcher(node);
        if (!address.matches()) {
            return IpAddress.parse(node);
        }
        return IpAddress.parse(address.group(1) == null ? address.group(2) : address.group(1));
    }
}
