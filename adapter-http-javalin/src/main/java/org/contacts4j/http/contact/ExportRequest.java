package org.contacts4j.http.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.application.page.Order;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.view.View;
import org.contacts4j.exporting.ExportColumn;
import org.contacts4j.exporting.ExportColumns;
import org.contacts4j.exporting.ExportFormat;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an export other than its filter, from the query or from a body.
 *
 * @param format null if the request names none
 * @param view the id of a saved view; null for none
 * @param columns null if the request names none
 * @param order null if the request names none
 * @param cursor the id of the contact after which the export continues; null to begin with the first
 * @param photos whether vCards contain photos
 */
record ExportRequest(
        @Nullable ExportFormat format,
        @Nullable String view,
        @Nullable List<ExportColumn> columns,
        @Nullable Order order,
        @Nullable ContactId cursor,
        boolean photos) {

    private static final int MAX_COLUMNS = 500;
    private static final ValueReader<List<String>> NAMES = ValueReaders.listOf(ValueReaders.TEXT);

    private static final Map<String, ExportFormat> FORMATS = Map.of(
            "csv", ExportFormat.CSV,
            "jsonl", ExportFormat.JSON_LINES,
            "vcard3", ExportFormat.VCARD_3,
            "vcard4", ExportFormat.VCARD_4,
            "jcard", ExportFormat.JCARD);

    private static final Map<String, Order.Key> KEYS = Map.of(
            "id", Order.Key.ID,
            "name", Order.Key.NAME,
            "createdAt", Order.Key.CREATED_AT,
            "created_at", Order.Key.CREATED_AT,
            "updatedAt", Order.Key.UPDATED_AT,
            "updated_at", Order.Key.UPDATED_AT);

    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private static final Map<String, Boolean> DIRECTIONS =
            Map.of("asc", false, "ASC", false, "desc", true, "DESC", true);

    /** The names of the parameters, which a body contains beside the filter. */
    static final List<String> NAMES_OF_PARAMETERS =
            List.of("format", "view", "columns", "orderBy", "orderDirection", "cursor", "photos");

    /**
     * Reads the parameters. Adds a validation error for every invalid one.
     *
     * @param parameters the values by name: texts, and for {@code columns} also a list of texts
     */
    static ExportRequest read(Map<?, ?> parameters, Faults faults) {
        @Nullable ExportFormat format = word(parameters, "format", FORMATS, faults);
        @Nullable List<ExportColumn> columns = columns(parameters.get("columns"), faults);
        if (columns != null && format != null && !format.isTable()) {
            faults.add("columns", "goes with format=csv only: other formats contain all fields");
        }
        Order.@Nullable Key key = word(parameters, "orderBy", KEYS, faults);
        @Nullable Boolean descending = word(parameters, "orderDirection", DIRECTIONS, faults);
        @Nullable String cursor = text(parameters, "cursor", faults);
        boolean ordered = key != null || descending != null;
        return new ExportRequest(
                format,
                text(parameters, "view", faults),
                columns,
                ordered ? new Order(key == null ? Order.Key.ID : key, descending != null && descending) : null,
                cursor == null ? null : ContactId.parse(cursor.strip()),
                isTrue(parameters, "photos", faults));
    }

    /** Returns the order of this export: as requested, as the view sorts if that is known, else by id. */
    Order orderWith(@Nullable View saved) {
        if (order != null) {
            return order;
        }
        @Nullable Order ofView = saved == null ? null : orderOf(saved.sort());
        return ofView == null ? new Order(Order.Key.ID, false) : ofView;
    }

    /**
     * Returns the order of a view, whose sort is the client's own data: {@code "name"}, {@code "-name"}, or an object
     * with a field and a direction. Null if it names no order of lists.
     */
    private static @Nullable Order orderOf(@Nullable Object sort) {
        if (sort instanceof List<?> list && !list.isEmpty()) {
            return orderOf(list.get(0));
        }
        if (sort instanceof String text) {
            boolean descending = text.startsWith("-");
            Order.@Nullable Key key = KEYS.get(descending ? text.substring(1) : text);
            return key == null ? null : new Order(key, descending);
        }
        if (sort instanceof Map<?, ?> object) {
            @Nullable Object name = first(object, "by", "field", "key", "orderBy");
            @Nullable Object direction = first(object, "direction", "order", "dir", "orderDirection");
            Order.@Nullable Key key = name instanceof String text ? KEYS.get(text) : null;
            boolean descending = direction instanceof String text
                    && text.toLowerCase(Locale.ROOT).startsWith("desc");
            return key == null ? null : new Order(key, descending);
        }
        return null;
    }

    private static @Nullable Object first(Map<?, ?> object, String... names) {
        return Arrays.stream(names)
                .map(object::get)
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable List<ExportColumn> columns(@Nullable Object sent, Faults faults) {
        if (sent == null) {
            return null;
        }
        @Nullable
        List<String> names =
                sent instanceof String text ? List.of(text.split(",")) : NAMES.read(sent, "columns", faults);
        if (names == null) {
            return null;
        }
        if (names.size() > MAX_COLUMNS) {
            faults.add("columns", "must be at most " + MAX_COLUMNS + " names of columns");
            return null;
        }
        Map<String, ExportColumn> columns = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        names.forEach(name -> ExportColumns.find(name)
                .ifPresentOrElse(column -> columns.putIfAbsent(column.name(), column), () -> unknown.add(name)));
        if (!unknown.isEmpty()) {
            faults.add("columns", "has names of no column: " + printable(unknown));
        } else if (columns.isEmpty()) {
            faults.add("columns", "must name at least one column");
        }
        return List.copyOf(columns.values());
    }

    /** Returns the first ten names, each without characters that a header cannot contain. */
    static String printable(List<String> names) {
        return names.stream()
                .limit(10)
                .map(name -> name.substring(0, Math.min(name.length(), 50)).replaceAll("[^ -~]", "?"))
                .collect(Collectors.joining(", "));
    }

    private static <T> @Nullable T word(Map<?, ?> parameters, String name, Map<String, T> words, Faults faults) {
        @Nullable String text = text(parameters, name, faults);
        @Nullable T meaning = text == null ? null : words.get(text.strip());
        if (text != null && meaning == null) {
            faults.add(
                    name, "must be one of " + words.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return meaning;
    }

    private static boolean isTrue(Map<?, ?> parameters, String name, Faults faults) {
        @Nullable Object value = parameters.get(name);
        if (value != null && !BOOLEANS.contains(String.valueOf(value))) {
            faults.add(name, "must be true or false");
        }
        return value != null && String.valueOf(value).equals("true");
    }

    private static @Nullable String text(Map<?, ?> parameters, String name, Faults faults) {
        @Nullable Object value = parameters.get(name);
        return value == null ? null : ValueReaders.TEXT.read(value, name, faults);
    }
}
