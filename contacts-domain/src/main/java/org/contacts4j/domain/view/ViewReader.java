package org.contacts4j.domain.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.contacts4j.domain.PlainData;
import org.contacts4j.domain.filter.reading.CustomFieldTypes;
import org.contacts4j.domain.filter.reading.FilterReader;
import org.contacts4j.domain.filter.reading.QueryFaults;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** A parser of a list of views from plain data. Validation errors have a path, such as {@code views[2].name}. */
public final class ViewReader {

    private static final String VIEWS = "views";
    private static final int MAX_COLUMNS = 100;
    private static final int MAX_SEARCH = 500;

    private final CustomFieldTypes types;
    private final Supplier<String> newId;
    private final QueryFaults faults;
    private final Set<String> ids = new HashSet<>();

    /**
     * Creates a reader for one list.
     *
     * @param types the types of the organization's custom fields, for the views' filters
     * @param newId supplies ids for views without one
     * @param faults collects the validation errors
     */
    public ViewReader(CustomFieldTypes types, Supplier<String> newId, QueryFaults faults) {
        this.types = types;
        this.newId = newId;
        this.faults = faults;
    }

    /** Parses the views. The result must not be used if errors were added. */
    public List<View> read(List<?> views) {
        if (views.size() > SavedViews.MAX_VIEWS) {
            faults.others().add(VIEWS, "must not be more than " + SavedViews.MAX_VIEWS);
            return List.of();
        }
        if (PlainData.sizeOf(views) > SavedViews.MAX_BYTES) {
            faults.others().add(VIEWS, "must not take more than " + SavedViews.MAX_BYTES / 1024 + " KiB");
            return List.of();
        }
        List<View> read = new ArrayList<>();
        for (int i = 0; i < views.size() && !isFull(); i++) {
            String path = VIEWS + "[" + i + "]";
            if (views.get(i) instanceof Map<?, ?> view) {
                read.add(view(view, path));
            } else {
                faults.others().add(path, "must be an object with name and query");
            }
        }
        return read;
    }

    private boolean isFull() {
        return faults.ofFilters().isFull() || faults.others().isFull();
    }

    private View view(Map<?, ?> view, String path) {
        return new View(
                id(view.get("id"), path + ".id"),
                name(view.get("name"), path + ".name"),
                query(view.get("query"), path + ".query"),
                q(view.get("q"), path + ".q"),
                columns(view.get("columns"), path + ".columns"),
                sort(view.get("sort"), path));
    }

    private String id(@Nullable Object value, String path) {
        @Nullable String sent = text(Rules.trimmed(), value, path, faults.others());
        String id = sent == null ? newId.get() : sent;
        if (!ids.add(id)) {
            faults.others().add(path, "is the id of a view before it");
        }
        return id;
    }

    private String name(@Nullable Object value, String path) {
        int before = faults.others().count();
        @Nullable String name = text(Rules.trimmed(), value, path, faults.others());
        if (name == null && faults.others().count() == before) {
            faults.others().add(path, "is required");
        }
        return name == null ? "" : name;
    }

    private @Nullable Map<String, @Nullable Object> query(@Nullable Object value, String path) {
        new FilterReader(types, faults.ofFilters()).read(value, path);
        return value instanceof Map<?, ?> query ? PlainData.copyOf(query, path, faults.ofFilters()) : null;
    }

    private @Nullable String q(@Nullable Object value, String path) {
        return text(Rules.text(MAX_SEARCH), value, path, faults.ofFilters());
    }

    private @Nullable List<String> columns(@Nullable Object value, String path) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list) || list.size() > MAX_COLUMNS) {
            faults.others().add(path, "must be a list of at most " + MAX_COLUMNS + " names");
            return null;
        }
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < list.size() && !isFull(); i++) {
            columns.add(name(list.get(i), path + "[" + i + "]"));
        }
        return columns;
    }

    private @Nullable Object sort(@Nullable Object value, String path) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>();
        sent.put("sort", value);
        return PlainData.copyOf(sent, path, faults.others()).get("sort");
    }

    private static @Nullable String text(Rule<String> rule, @Nullable Object value, String path, Faults faults) {
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return rule.check(text, path, faults);
        }
        faults.add(path, "must be text");
        return null;
    }
}
