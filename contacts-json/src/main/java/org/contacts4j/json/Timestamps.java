package org.contacts4j.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Timestamps in the format of the APIs: UTC, in milliseconds, of fixed width. */
public final class Timestamps {

    private static final String FORM = "0000-00-00T00:00:00.000Z";

    private Timestamps() {}

    /** Formats a time of a year up to 9999. No formatter is used: it costs more than the rest of writing a contact. */
    public static String of(Instant time) {
        LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        byte[] text = FORM.getBytes(StandardCharsets.ISO_8859_1);
        put(text, 0, 4, utc.getYear());
        put(text, 5, 2, utc.getMonthValue());
        put(text, 8, 2, utc.getDayOfMonth());
        put(text, 11, 2, utc.getHour());
        put(text, 14, 2, utc.getMinute());
        put(text, 17, 2, utc.getSecond());
        put(text, 20, 3, utc.getNano() / 1_000_000);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes the last {@code width} digits of a number. */
    private static void put(byte[] text, int at, int width, int number) {
        int rest = number;
        for (int place = at + width - 1; place >= at; place--) {
            text[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
