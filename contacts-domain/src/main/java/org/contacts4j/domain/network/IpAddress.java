package org.contacts4j.domain.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** IP addresses in text form, without name resolution. */
public final class IpAddress {

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]*");
    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(:0(?![0-9a-f]))+");
    private static final int LONGEST = 45;

    private IpAddress() {}

    /** Returns the address; empty when the text is not an IP address. */
    public static Optional<InetAddress> parse(String text) {
        boolean address = text.length() <= LONGEST
                && (IPV4.matcher(text).matches() || IPV6.matcher(text).matches());
        try {
            return address ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Returns the canonical text of an address, as in RFC 5952 for IPv6: {@code 2001:db8::1}. */
    public static String text(InetAddress address) {
        return text(address.getAddress());
    }

    static String text(byte[] bytes) {
        String text = plain(bytes);
        return ZEROS.matcher(text)
                .results()
                // Of several longest runs of zeros, the first one is shortened.
                .max(Comparator.comparingInt(
                                (MatchResult zeros) -> zeros.group().length())
                        .thenComparing(MatchResult::start, Comparator.reverseOrder()))
                .map(zeros ->
                        withoutEnd(text.substring(0, zeros.start())) + "::" + withoutStart(text.substring(zeros.end())))
                .orElse(text);
    }

    private static String plain(byte[] bytes) {
        try {
            // The zone of a link-local address is no part of its bytes.
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    private static String withoutEnd(String before) {
        return before.endsWith(":") ? before.substring(0, before.length() - 1) : before;
    }

    private static String withoutStart(String after) {
        return after.startsWith(":") ? after.substring(1) : after;
    }
}
