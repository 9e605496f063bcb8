package org.contacts4j.domain.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IP network in CIDR notation, such as {@code 10.0.0.0/8} or {@code fd00::/8}. Networks with the same addresses are
 * equal.
 */
public final class Network {

    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F:.]+)(?:/([0-9]{1,3}))?");

    private final byte[] address;
    private final int bits;

    /** Creates a network. The bits of the address after the prefix count as zero. */
    private Network(byte[] address, int bits) {
        this.address = address.clone();
        this.bits = bits;
        for (int bit = bits; bit < address.length * Byte.SIZE; bit++) {
            this.address[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
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
        return hasPrefixOf(other.getAddress());
    }

    /** Returns whether the network contains every address of another one. */
    public boolean contains(Network other) {
        return bits <= other.bits && hasPrefixOf(other.address);
    }

    private boolean hasPrefixOf(byte[] bytes) {
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Network network && bits == network.bits && Arrays.equals(address, network.address);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(address) + bits;
    }

    /** Returns the canonical CIDR notation, such as {@code 10.0.0.0/8}; for IPv6 as in RFC 5952. */
    @Override
    public String toString() {
        return IpAddress.text(address) + "/" + bits;
    }
}
