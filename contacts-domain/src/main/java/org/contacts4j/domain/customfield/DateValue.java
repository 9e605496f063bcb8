package org.contacts4j.domain.customfield;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Dates, and timestamps in UTC with millisecond precision. Both are stored as text of fixed width that sorts by time. A
 * date sorts before every timestamp of that day.
 */
final class DateValue {

    static final Rule<String> RULE = DateValue::check;

    private static final int DAY_LENGTH = "2026-06-03".length();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private DateValue() {}

    private static @Nullable String check(String value, String field, Faults faults) {
        String text = value.strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.length() == DAY_LENGTH ? LocalDate.parse(text).toString() : moment(text);
        } catch (DateTimeException e) {
            faults.add(field, "is not a date; one looks like 2026-06-03 or 2026-06-03T10:15:30Z");
            return null;
        }
    }

    private static String moment(String text) {
        Instant moment = OffsetDateTime.parse(text).toInstant();
        if (moment.isBefore(EARLIEST) || !moment.isBefore(END)) {
            throw new DateTimeException("a year of more than four digits");
        }
        return MOMENT.format(moment);
    }
}
