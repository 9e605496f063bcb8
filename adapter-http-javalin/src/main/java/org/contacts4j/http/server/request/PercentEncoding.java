package org.contacts4j.http.server.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decodes percent-encoded UTF-8 (RFC 3986 section 2.1), with {@code +} for a space as in forms. */
public final class PercentEncoding {

    private PercentEncoding() {}

    /** Returns the decoded text; null when the encoding is malformed or the bytes are not UTF-8. */
    static @Nullable String decode(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded.replace('+', ' ');
        }
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length() * 3);
        int i = 0;
        while (i < encoded.length()) {
            char c = encoded.charAt(i);
            if (c == '%') {
                int high = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
                int low = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return null;
                }
                bytes.put((byte) (high << 4 | low));
                i += 3;
            } else {
                bytes.put(c == '+' ? (byte) ' ' : (byte) c);
                i++;
            }
        }
        return utf8(bytes.flip());
    }

    /** Returns the names and values of a query string or form, in the order sent; empty when one is malformed. */
    public static Optional<Map<String, List<String>>> pairs(String encoded) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            @Nullable String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            @Nullable String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (name == null || value == null) {
                return Optional.empty();
            }
            if (!pair.isEmpty()) {
                pairs.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
        }
        return Optional.of(pairs);
    }

    private static @Nullable String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
