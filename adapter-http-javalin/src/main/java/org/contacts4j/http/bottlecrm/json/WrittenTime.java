package org.contacts4j.http.bottlecrm.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Parser of times in queries: a day, or an instant, which is in UTC without an offset. */
public final class WrittenTime {

    private static final int DATE_LENGTH = 10;

    private WrittenTime() {}

    /**
     * Returns the start of a day, or the instant.
     *
     * @throws DateTimeException when the text is neither a day nor an instant
     */
    public static Instant start(String text) {
        return isDay(text) ? day(LocalDate.parse(text)) : instant(text);
    }

    /**
     * Returns the last microsecond of a day, or the instant.
     *
     * @throws DateTimeException when the text is neither a day nor an instant
     */
    public static Instant end(String text) {
        return isDay(text) ? day(LocalDate.parse(text).plusDays(1)).minusNanos(1_000) : instant(text);
    }

    private static boolean isDay(String text) {
        return text.length() <= DATE_LENGTH;
    }

    private static Instant day(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * Parses an instant. A space may replace the T, and the plus sign of an offset, which an unencoded plus decodes to.
     */
    private static Instant instant(String text) {
        String iso = text.substring(0, DATE_LENGTH) + "T"
                + text.substring(DATE_LENGTH + 1).replace(' ', '+');
        TemporalAccessor read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : Instant.from(read);
    }
}
