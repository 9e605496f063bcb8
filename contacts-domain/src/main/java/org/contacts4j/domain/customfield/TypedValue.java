package org.contacts4j.domain.customfield;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contacts4j.domain.TruthWords;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** Validation and conversion of custom values by type. */
final class TypedValue {

    private static final String SEPARATOR = ";";

    /** The separators of values in cells: semicolons, line breaks, and the three colons of Google's files. */
    private static final Pattern SEPARATORS = Pattern.compile(";|[\\r\\n]+| ::: ");

    private static final int SHOWN_OPTIONS = 20;

    /** The maximum number of inspected list entries: the maximum number of options of a field. */
    private static final int MAX_CHOSEN = CustomFieldProperty.MAX_OPTIONS;

    private TypedValue() {}

    static @Nullable Object check(CustomField custom, Object value, String field, Faults faults) {
        return switch (custom.type()) {
            case TEXT -> text(Rules.text(Rules.PROSE), value, field, faults);
            case URL -> text(Rules.httpUrl(), value, field, faults);
            case EMAIL -> text(Rules.email(), value, field, faults);
            case DATE -> text(DateValue.RULE, value, field, faults);
            case SELECT -> text((word, at, found) -> option(custom, word, at, found), value, field, faults);
            case MULTISELECT -> options(custom, value, field, faults);
            case NUMBER -> exactly(Number.class, "a number", value, field, faults);
            case BOOLEAN -> exactly(Boolean.class, "true or false", value, field, faults);
        };
    }

    /**
     * Converts a value to the type if that is unambiguous, otherwise returns it unchanged. Returns null for blank text.
     */
    static @Nullable Object adapted(CustomFieldType type, Object value, LocalForms forms) {
        if (value instanceof String text && text.isBlank()) {
            return null;
        }
        return switch (type) {
            case NUMBER -> value instanceof String text ? forms.number(text.strip()) : value;
            case BOOLEAN -> value instanceof String text ? truth(text.strip()) : value;
            case MULTISELECT -> value instanceof String text ? list(text) : value;
            case DATE -> value instanceof String text ? forms.date(text.strip()) : asText(value);
            case TEXT, URL, EMAIL, SELECT -> asText(value);
        };
    }

    private static @Nullable Object text(Rule<String> rule, @Nullable Object value, String field, Faults faults) {
        return value instanceof String text ? rule.check(text, field, faults) : refused("text", field, faults);
    }

    private static @Nullable Object exactly(
            Class<?> type, String name, @Nullable Object value, String field, Faults faults) {
        return type.isInstance(value) ? value : refused(name, field, faults);
    }

    private static @Nullable String option(CustomField custom, String word, String field, Faults faults) {
        String wanted = word.strip();
        if (wanted.isEmpty()) {
            return null;
        }
        for (String option : custom.options()) {
            if (option.equalsIgnoreCase(wanted)) {
                return option;
            }
        }
        String some = custom.options().stream().limit(SHOWN_OPTIONS).collect(Collectors.joining(", "));
        faults.add(field, "must be one of " + some + (custom.options().size() > SHOWN_OPTIONS ? ", …" : ""));
        return null;
    }

    private static @Nullable Object options(CustomField custom, Object value, String field, Faults faults) {
        if (!(value instanceof List<?> words)) {
            return refused("a list of options", field, faults);
        }
        Set<Object> chosen = new LinkedHashSet<>();
        for (int i = 0; i < words.size() && i < MAX_CHOSEN && !faults.isFull(); i++) {
            @Nullable Object word = words.get(i);
            @Nullable
            Object option = text((text, at, found) -> option(custom, text, at, found), word, field, faults.item(i));
            if (option != null) {
                chosen.add(option);
            }
        }
        return chosen.isEmpty() ? null : List.copyOf(chosen);
    }

    private static Object truth(String text) {
        @Nullable Boolean truth = TruthWords.OF_TABLES.read(text);
        return truth == null ? text : truth;
    }

    private static Object list(String text) {
        return SEPARATORS
                .splitAsStream(text)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Object asText(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).toPlainString();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR + " "));
        }
        return value instanceof Boolean ? value.toString() : value;
    }

    private static @Nullable Object refused(String wanted, String field, Faults faults) {
        faults.add(field, "must be " + wanted);
        return null;
    }
}
