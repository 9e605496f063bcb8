package org.contacts4j.importing.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The phone numbers of cells. */
public final class PhoneCells {

    /** A part with fewer digits is no number by itself, but an extension. */
    private static final int MIN_DIGITS = 4;

    /** A part with fewer digits may be an area code, as in {@code 0221 / 1234567}. */
    private static final int WHOLE_NUMBER = 7;

    private static final Pattern SEPARATORS = Pattern.compile(" +/ +| *[,|] *| +(?:or|oder|und|and) +");

    private PhoneCells() {}

    /** Returns the numbers of a cell, which may contain several. */
    public static List<String> numbers(String cell) {
        List<String> values = Cells.values(cell);
        if (!cell.contains(" ::: ") && !values.stream().allMatch(value -> hasDigits(value, MIN_DIGITS))) {
            values = List.of(cell.strip());
        }
        List<String> numbers = new ArrayList<>();
        values.forEach(value -> numbers.addAll(divided(value)));
        return numbers;
    }

    /** Returns whether the text contains a digit, without which it is no phone number. */
    public static boolean isNumber(String text) {
        return hasDigits(text, 1);
    }

    private static List<String> divided(String value) {
        String number = value.startsWith("=+") ? value.substring(1) : value;
        if (number.length() <= 2 * WHOLE_NUMBER) {
            return List.of(number);
        }
        List<String> parts = List.of(SEPARATORS.split(number));
        return parts.stream().allMatch(part -> hasDigits(part, WHOLE_NUMBER)) ? parts : List.of(number);
    }

    private static boolean hasDigits(String text, int min) {
        return text.chars().filter(Character::isDigit).limit(min).count() == min;
    }
}
