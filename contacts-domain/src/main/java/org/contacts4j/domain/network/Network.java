package org.contacts4j.domain.network;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An IP network in CIDR notation, such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
public final class Network {

    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F:.]+)(?:/([0-9]{1,3}))?");

    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address.clone();
        this.bits = bits;
    }

    /**
     * Parses an address with an optional prefix length. Without one, the network is that single address. Returns empty
     * when the text is malformed.
     */
    public static Optional<Network> parse(String text) {
        Matcher cidr = CIDR.matcher(text.strip());
        return cidr.matches()
                ? IpAddress.parse(cidr.group(1)).flatMap(address -> of(address.getAddress(), cidr.group(2)))
                : Optional.empty();
    }

    private static Optional<Network> of(byte[] address, @Nullable String bits) {
        int all = address.length * Byte.SIZE;
        int counting = bits == null ? all : Integer.parseInt(bits);
        return counting <= all ? Optional.of(new Network(address, counting)) : Optional.empty();
    }

    /**
     * Returns a network from text that is known to be valid.
     *
     * @throws IllegalArgumentException when the text is malformed
     */
    public static Network of(String cidr) {
        return parse(cidr).orElseThrow(() -> new IllegalArgumentException(cidr));
    }

    /** Returns whether the network is a single address: {@code /32} for IPv4, {@code /128} for IPv6. */
    public boolean isOneAddress() {
        return bits == address.length * Byte.SIZE;
    }

    /** Returns the prefix length in bits. A larger network has a shorter prefix. */
    public int bits() {
        return bits;
    }

    /** Returns whether the network contains this address. IPv4 and IPv6 addresses are never in the same network. */
    public boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((bytes[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
