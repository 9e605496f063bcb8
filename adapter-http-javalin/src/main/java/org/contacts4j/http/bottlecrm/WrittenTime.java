package org.contacts4j.http.bottlecrm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Times as they are written in queries: a day, or an instant in UTC unless it says otherwise. */
final class WrittenTime {

    private static final int LENGTH_OF_A_DAY = 10;

    private WrittenTime() {}

    /**
     * When it begins.
     *
     * @throws DateTimeException when it is neither a day nor an instant
     */
    static Instant start(String text) {
        return isDay(text) ? day(LocalDate.parse(text)) : instant(text);
    }

    /**
     * When it is over: a day with its last microsecond, an instant at once.
     *
     * @throws DateTimeException when it is neither a day nor an instant
     */
    static Instant end(String text) {
        return isDay(text) ? day(LocalDate.parse(text).plusDays(1)).minusNanos(1_000) : instant(text);
    }

    private static boolean isDay(String text) {
        return text.length() <= LENGTH_OF_A_DAY;
    }

    private static Instant day(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A space may stand for the T, and for the plus sign of an offset that somebody forgot to encode. */
    private static Instant instant(String text) {
        String iso = text.substring(0, LENGTH_OF_A_DAY) + "T"
                + text.substring(LENGTH_OF_A_DAY + 1).replace(' ', '+');
        TemporalAccessor read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : Instant.from(read);
    }
}
