package org.contacts4j.domain.customfield;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contacts4j.domain.PlainData;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The local forms of dates and numbers in a file. A form that can be read in two ways is read only as these options say:
 * {@code 1,234} needs the decimal mark, and {@code 03/06/2026} the order of day, month and year.
 *
 * @param dateFormat the order of day, month and year as a pattern, such as {@code dd/MM/yyyy}; null if it is unknown
 * @param decimal the decimal mark, a comma or a point; null if it is unknown
 */
public record LocalForms(
        @Nullable String dateFormat, @Nullable String decimal) {

    /** Reads only forms that can be read in one way. A single point is the decimal mark, as in JSON. */
    public static final LocalForms UNAMBIGUOUS = new LocalForms(null, null);

    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(\\d{1,100}+(\\.\\d{0,100}+)?|\\.\\d{1,100}+)([eE][+-]?\\d{1,3}+)?");

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:([., '])\\d{3})(?:\\1\\d{3})*");

    private static final int MAX_NUMBER = 100;

    /** Returns the forms that these parameters describe, and adds an error for each invalid one. */
    public static LocalForms of(@Nullable String dateFormat, @Nullable String decimal, Faults faults) {
        if (dateFormat != null && LocalDates.orderOf(dateFormat).isEmpty()) {
            faults.add("dateFormat", "must name day, month and year once each, as in dd/MM/yyyy");
        }
        if (decimal != null && !decimal.equals(",") && !decimal.equals(".")) {
            faults.add("decimal", "must be a comma or a point");
        }
        return new LocalForms(dateFormat, decimal);
    }

    /** Returns the number, or the text itself if it is none or can be read in two ways. */
    Object number(String text) {
        String plain = text.length() > MAX_NUMBER ? text : toPlain(text);
        if (!PLAIN.matcher(plain).matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(plain);
        return PlainData.isShort(number) ? number : text;
    }

    /** Returns the date as {@code 2026-06-03}, or the text itself if it is none or can be read in two ways. */
    String date(String text) {
        return LocalDates.read(text, Optional.ofNullable(dateFormat).flatMap(LocalDates::orderOf));
    }

    private String toPlain(String sent) {
        String text = sent.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2009', ' ')
                .replace('\u2019', '\'')
                .replace('\u2212', '-');
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        if (decimal != null) {
            return ungrouped(text, decimal.charAt(0), text.lastIndexOf(decimal.charAt(0)));
        }
        if (comma >= 0 && point >= 0) {
            return ungrouped(text, comma > point ? ',' : '.', Math.max(comma, point));
        }
        if (text.indexOf(',') != comma || text.indexOf('.') != point) {
            return ungrouped(text, '\0', -1);
        }
        return comma >= 0 && isGroup(text, comma)
                ? text
                : ungrouped(text, comma >= 0 ? ',' : '.', Math.max(comma, point));
    }

    /** Returns whether the mark may separate thousands as well as decimals. */
    private static boolean isGroup(String text, int mark) {
        int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int before = mark - start;
        return text.length() - mark == 4 && before >= 1 && before <= 3 && text.charAt(start) != '0';
    }

    private static String ungrouped(String text, char mark, int at) {
        String whole = at < 0 ? text : text.substring(0, at);
        String fraction = at < 0 ? "" : "." + text.substring(at + 1);
        if (whole.indexOf(mark) >= 0 || !GROUPED.matcher(whole).matches()) {
            return whole.indexOf('.') >= 0 ? "" : whole + fraction;
        }
        StringBuilder digits = new StringBuilder();
        whole.chars()
                .filter(c -> c == '-' || c == '+' || (c >= '0' && c <= '9'))
                .forEach(c -> digits.append((char) c));
        return digits + fraction;
    }
}
