package org.contacts4j.http.bottlecrm;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contacts4j.domain.TruthWords;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.TextField;
import org.contacts4j.http.bottlecrm.json.Messages;
import org.contacts4j.http.bottlecrm.json.WrittenTime;
import org.contacts4j.http.server.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** The parameters that filter the list of contacts. A contact must match all parameters that are sent. */
final class ListFilters {

    /**
     * Parameters that match a substring, ignoring case. The name is the full name, which contains the first and the
     * last name.
     */
    private static final Map<String, TextField> TEXTS = texts();

    /** The fields that a search reads. A contact matches when any of them contains the text. */
    private static final List<TextField> SEARCHED = List.of(Fields.name(), Fields.email(), Fields.phone());

    static final List<String> NAMES = Stream.concat(
                    TEXTS.keySet().stream(),
                    Stream.of("search", "assigned_to", "tags", "created_at__gte", "created_at__lte", "is_active"))
            .toList();

    private ListFilters() {}

    /** Returns the filter of the parameters. Adds validation errors to {@code query}. */
    static Filter read(QueryParameters query) {
        List<Filter> filters = new ArrayList<>();
        TEXTS.forEach((name, field) -> text(query, name).map(field::contains).forEach(filters::add));
        items(query, "assigned_to").map(Fields.assignedTo()::containsAny).forEach(filters::add);
        items(query, "tags").map(Fields.tags()::containsAny).forEach(filters::add);
        time(query, "created_at__gte", WrittenTime::start, Fields.createdAt()::isFrom)
                .forEach(filters::add);
        time(query, "created_at__lte", WrittenTime::end, Fields.createdAt()::isUpTo)
                .forEach(filters::add);
        text(query, "search").map(ListFilters::searched).forEach(filters::add);
        status(query).forEach(filters::add);
        return Filter.allOf(filters);
    }

    private static Filter searched(String text) {
        return Filter.anyOf(SEARCHED.stream().map(field -> field.contains(text)).toList());
    }

    /** Returns the filter of {@code is_active}: active contacts, or all others. */
    private static Stream<Filter> status(QueryParameters query) {
        Set<ContactStatus> active = EnumSet.of(ContactStatus.ACTIVE);
        @Nullable String sent = query.text("is_active");
        if (sent == null || sent.isBlank()) {
            return Stream.of();
        }
        @Nullable Boolean wanted = TruthWords.STRICT.read(sent.strip());
        if (wanted == null) {
            query.refuse("is_active", Messages.NO_BOOLEAN);
            return Stream.of();
        }
        return Stream.of(Fields.status().in(wanted ? active : EnumSet.complementOf(EnumSet.copyOf(active))));
    }

    private static Stream<String> text(QueryParameters query, String name) {
        return Stream.ofNullable(query.text(name)).map(String::strip).filter(text -> !query.hasErrors());
    }

    private static Stream<List<String>> items(QueryParameters query, String name) {
        List<String> items = query.texts(name);
        return items.isEmpty() || query.hasErrors() ? Stream.of() : Stream.of(items);
    }

    private static Stream<Filter> time(
            QueryParameters query,
            String name,
            Function<String, Instant> reader,
            Function<Instant, ? extends Filter> use) {
        @Nullable String text = query.text(name);
        if (text == null) {
            return Stream.of();
        }
        try {
            return Stream.of(use.apply(reader.apply(text.strip())));
        } catch (DateTimeException e) {
            query.refuse(name, Messages.NO_TIME);
            return Stream.of();
        }
    }

    private static Map<String, TextField> texts() {
        Map<String, TextField> texts = new LinkedHashMap<>();
        texts.put("name", Fields.name());
        texts.put("city", Fields.city());
        texts.put("phone", Fields.phone());
        texts.put("email", Fields.email());
        texts.put("organization", Fields.company());
        texts.put("department", Fields.department());
        return texts;
    }
}
