package org.contacts4j.http.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All addresses that begin with the same bits, such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
public final class Network {

    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F:.]{2,45})(?:/([0-9]{1,3}))?");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address.clone();
        this.bits = bits;
    }

    /** Reads an address and the number of bits that count, all of them unless it says so; nothing when it is something else. */
    public static Optional<Network> parse(String text) {
        Matcher cidr = CIDR.matcher(text.strip());
        if (!cidr.matches()) {
            return Optional.empty();
        }
        String literal = cidr.group(1);
        if (!literal.contains(":") && !IPV4.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.getByName(literal).getAddress();
            int bits = cidr.group(2) == null ? address.length * Byte.SIZE : Integer.parseInt(cidr.group(2));
            return bits <= address.length * Byte.SIZE ? Optional.of(new Network(address, bits)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** A network that is known to be written well. */
    static Network of(String cidr) {
        return parse(cidr).orElseThrow(() -> new IllegalArgumentException(cidr));
    }

    boolean contains(InetAddress other) {
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
