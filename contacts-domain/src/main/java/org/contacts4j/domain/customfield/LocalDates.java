package org.contacts4j.domain.customfield;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.domain.Folded;
import org.jspecify.annotations.Nullable;

/** Dates as people and programs of several countries write them. */
final class LocalDates {

    private static final int MAX_LENGTH = 40;
    private static final String MIDNIGHT = "[T ]0?0:00(:00(\\.0+)?)?$";
    private static final Set<String> FILL_WORDS = Set.of("de", "del", "of", "st", "nd", "rd", "th", "den", "o", "er");
    private static final Map<String, Integer> MONTHS = months();

    private LocalDates() {}

    /** Returns the order of day, month and year in a pattern such as {@code dd/MM/yyyy}; empty for other texts. */
    static Optional<String> orderOf(String pattern) {
        StringBuilder order = new StringBuilder();
        for (char c : pattern.toLowerCase(Locale.ROOT).toCharArray()) {
            char letter = c == 'u' ? 'y' : c;
            if (Character.isLetter(letter) && (order.isEmpty() || order.charAt(order.length() - 1) != letter)) {
                order.append(letter);
            }
        }
        String letters = order.toString();
        return Set.of("dmy", "mdy", "ymd", "ydm", "dym", "myd").contains(letters)
                ? Optional.of(letters)
                : Optional.empty();
    }

    /** Returns the date as {@code 2026-06-03}, or the text itself if it is none or can be read in two ways. */
    static String read(String text, Optional<String> order) {
        if (text.length() > MAX_LENGTH) {
            return text;
        }
        String day = text.replaceFirst(MIDNIGHT, "");
        List<String> numbers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        split(Folded.of(day), numbers, words);
        try {
            @Nullable
            LocalDate date =
                    words.isEmpty() || isChinese(words) ? ofNumbers(day, numbers, order) : ofWords(numbers, words);
            return date == null ? day : date.toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static void split(String text, List<String> numbers, List<String> words) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int start = at++;
            if (Character.isDigit(c)) {
                at = end(text, at, true);
                numbers.add(text.substring(start, at));
            } else if (Character.isLetter(c)) {
                at = end(text, at, false);
                words.add(text.substring(start, at));
            }
        }
    }

    private static int end(String text, int from, boolean digits) {
        int at = from;
        while (at < text.length()
                && (digits ? Character.isDigit(text.charAt(at)) : Character.isLetter(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static boolean isChinese(List<String> words) {
        return words.equals(List.of("年", "月", "日"));
    }

    private static @Nullable LocalDate ofNumbers(String text, List<String> numbers, Optional<String> order) {
        if (numbers.size() == 1 && numbers.get(0).length() == 8 && text.length() == 8) {
            return date(text.substring(0, 4), text.substring(4, 6), text.substring(6));
        }
        if (numbers.size() != 3 || (text.indexOf(':') >= 0)) {
            return null;
        }
        String first = numbers.get(0);
        String second = numbers.get(1);
        String third = numbers.get(2);
        if (first.length() == 4) {
            return date(first, second, third);
        }
        if (order.isPresent()) {
            String letters = order.get();
            return date(
                    fullYear(numbers.get(letters.indexOf('y'))),
                    numbers.get(letters.indexOf('m')),
                    numbers.get(letters.indexOf('d')));
        }
        if (third.length() != 4) {
            return null;
        }
        boolean monthFirst = Integer.parseInt(second) > 12;
        boolean dayFirst = Integer.parseInt(first) > 12 || first.equals(second) || text.indexOf('.') >= 0;
        if (!monthFirst && !dayFirst) {
            return null;
        }
        return monthFirst ? date(third, first, second) : date(third, second, first);
    }

    private static @Nullable LocalDate ofWords(List<String> numbers, List<String> words) {
        List<Integer> months = words.stream()
                .filter(word -> !FILL_WORDS.contains(word))
                .map(word -> MONTHS.getOrDefault(word, 0))
                .toList();
        if (months.size() != 1 || months.get(0) == 0 || numbers.size() != 2) {
            return null;
        }
        boolean yearFirst = numbers.get(0).length() == 4;
        String year = numbers.get(yearFirst ? 0 : 1);
        return year.length() == 4 ? date(year, months.get(0).toString(), numbers.get(yearFirst ? 1 : 0)) : null;
    }

    private static LocalDate date(String year, String month, String day) {
        if (year.length() != 4 || month.length() > 2 || day.length() > 2) {
            throw new DateTimeException("not a date");
        }
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /** Returns a year of two digits as one from 1950 to 2049. */
    private static String fullYear(String year) {
        return year.length() == 2 ? (year.compareTo("50") < 0 ? "20" : "19") + year : year;
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : List.of("en", "de", "fr", "es", "it", "pt", "nl")) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
            for (int month = 0; month < 12; month++) {
                for (String name : List.of(symbols.getMonths()[month], symbols.getShortMonths()[month])) {
                    months.putIfAbsent(Folded.of(name).replace(".", ""), month + 1);
                }
            }
        }
        months.putIfAbsent("sept", 9);
        return Map.copyOf(months);
    }
}
