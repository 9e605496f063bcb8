package org.contacts4j.json;

import java.nio.charset.StandardCharsets;

/** Names from clients in a form that JSON can carry. A name may contain unpaired surrogates and have any length. */
public final class Printable {

    private static final int MAX_LENGTH = 300;

    private Printable() {}

    public static String of(String name) {
        String whole = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.codePointCount(0, whole.length()) <= MAX_LENGTH
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }
}
