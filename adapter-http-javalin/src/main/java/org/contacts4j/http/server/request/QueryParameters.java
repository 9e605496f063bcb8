package org.contacts4j.http.server.request;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query string. Reading an invalid parameter records a validation error and returns the value for
 * "not sent", so that one error response lists all errors. When a parameter is sent more than once, the last value
 * counts. A blank parameter is treated as absent.
 */
public final class QueryParameters {

    private static final int MAX_TEXT = 500;
    private static final int MAX_REPETITIONS = 100;

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Faults faults = new Faults();

    private QueryParameters() {}

    public static QueryParameters of(Context ctx) {
        QueryParameters parameters = new QueryParameters();
        @Nullable String query = ctx.queryString();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&")) {
                parameters.add(pair);
            }
        }
        return parameters;
    }

    /** Adds a parameter, such as a field of a form. */
    public void add(String name, String value) {
        values.merge(name, List.of(value), QueryParameters::join);
    }

    /** Returns the last text value of the parameter; null when absent. */
    public @Nullable String text(String name) {
        List<String> all = texts(name);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /**
     * Returns all text values of the parameter, in the order sent. Records a validation error for a value of more than
     * 500 characters, and for more than 100 values.
     */
    public List<String> texts(String name) {
        List<String> sent = allSent(name);
        if (sent.isEmpty()) {
            return sent;
        }
        List<String> all = sent.stream().filter(text -> !text.isBlank()).toList();
        all.forEach(text -> Rules.checkText(text, MAX_TEXT, name, faults));
        if (all.size() > MAX_REPETITIONS) {
            faults.add(name, "must not be sent more than " + MAX_REPETITIONS + " times");
        }
        return all;
    }

    /**
     * Returns all values of the parameter as sent, without limits. For parameters whose values are lists themselves.
     */
    public List<String> allSent(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Returns the whole number, which may exceed 32 bits or be negative; null when absent or invalid. */
    public @Nullable Long largeNumber(String name, long min, long max) {
        return read(
                name,
                () -> "must be a whole number from " + min + " to " + max,
                text -> text.matches("-?\\d{1,18}")
                        ? Optional.of(Long.valueOf(text)).filter(number -> number >= min && number <= max)
                        : Optional.empty());
    }

    /** Returns the whole number; null when absent or invalid. */
    public @Nullable Integer number(String name, int min, int max) {
        return read(
                name,
                () -> "must be a whole number from " + min + " to " + max,
                text -> text.matches("\\d{1,9}")
                        ? Optional.of(Integer.valueOf(text)).filter(number -> number >= min && number <= max)
                        : Optional.empty());
    }

    /** Returns the Boolean value; null when absent or invalid. */
    public @Nullable Boolean bool(String name) {
        return word(name, Map.of("true", true, "false", false));
    }

    /** Returns the value that the word maps to; null when absent or unknown. */
    public <T> @Nullable T word(String name, Map<String, T> words) {
        return read(
                name,
                () -> "must be one of " + words.keySet().stream().sorted().collect(Collectors.joining(", ")),
                text -> Optional.ofNullable(words.get(text)));
    }

    public boolean has(String name) {
        return allSent(name).stream().anyMatch(text -> !text.isBlank());
    }

    /** Records a validation error for the parameter. */
    public void refuse(String name, String message) {
        faults.add(name, message);
    }

    /** Returns whether any validation error has been recorded. */
    public boolean hasErrors() {
        return faults.count() > 0;
    }

    /** Throws {@link org.contacts4j.domain.ContactsFailure.Invalid} with all recorded validation errors, if any. */
    public void throwIfInvalid() {
        faults.throwIfAny();
    }

    private <T> @Nullable T read(String name, Supplier<String> wanted, Function<String, Optional<T>> reader) {
        @Nullable String text = text(name);
        if (text == null) {
            return null;
        }
        Optional<T> value = reader.apply(text.strip());
        if (value.isEmpty()) {
            faults.add(name, wanted.get());
        }
        return value.orElse(null);
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        @Nullable String name = PercentEncoding.decode(equals < 0 ? pair : pair.substring(0, equals));
        @Nullable String value = equals < 0 ? "" : PercentEncoding.decode(pair.substring(equals + 1));
        if (name == null || value == null) {
            faults.add(name == null ? "query" : name, "is not percent-encoded UTF-8");
        } else {
            add(name, value);
        }
    }

    private static List<String> join(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
