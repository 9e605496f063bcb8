package org.contacts4j.domain.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * A point in time as an operand: a day, which spans the whole day in UTC, or an instant. Stores have microsecond
 * precision, so an instant spans the microsecond that begins with it.
 *
 * @param from the beginning, inclusive
 * @param until the end, exclusive
 */
public record Moment(Instant from, Instant until) {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final int DATE_LENGTH = 10;

    public Moment {
        if (from.isBefore(FIRST) || from.isAfter(LAST)) {
            throw new DateTimeException("no time of the years 1 to 9999: " + from);
        }
    }

    /**
     * Parses a day ({@code 2026-01-31}) or an instant (ISO 8601; in UTC unless it has an offset). Years range from 1 to
     * 9999. Returns empty for any other text.
     */
    public static Optional<Moment> parse(String text) {
        if (text.length() < DATE_LENGTH || text.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(text.length() == DATE_LENGTH ? ofDay(LocalDate.parse(text)) : at(instant(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Moment ofDay(LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Moment(start, start.plus(1, ChronoUnit.DAYS));
    }

    static Moment at(Instant instant) {
        return new Moment(nextMicrosecond(instant), nextMicrosecond(instant.plusNanos(1)));
    }

    private static Instant instant(String text) {
        TemporalAccessor read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : Instant.from(read);
    }

    /** Rounds the instant up to a full microsecond. */
    private static Instant nextMicrosecond(Instant instant) {
        Instant micros = instant.truncatedTo(ChronoUnit.MICROS);
        return micros.equals(instant) ? micros : micros.plus(1, ChronoUnit.MICROS);
    }
}
