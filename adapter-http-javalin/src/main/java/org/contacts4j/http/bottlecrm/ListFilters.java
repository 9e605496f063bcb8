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
import org.contacts4j.application.contact.query.ContactQuery.Conditions;
import org.contacts4j.domain.TruthWords;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Condition;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.Filter.Group;
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

    /** Returns the conditions of the parameters. Adds validation errors to {@code query}. */
    static Conditions read(QueryParameters query) {
        List<Condition<?>> conditions = new ArrayList<>();
        TEXTS.forEach((name, field) -> text(query, name).map(field::contains).forEach(conditions::add));
        items(query, "assigned_to").map(Fields.assignedTo()::containsAny).forEach(conditions::add);
        items(query, "tags").map(Fields.tags()::containsAny).forEach(conditions::add);
        time(query, "created_at__gte", WrittenTime::start, Fields.createdAt()::isFrom)
                .forEach(conditions::add);
        time(query, "created_at__lte", WrittenTime::end, Fields.createdAt()::isUpTo)
                .forEach(conditions::add);
        Filter filter = filter(conditions, text(query, "search").toList());
        return Conditions.builder().statuses(statuses(query)).filter(filter).build();
    }

    private static Filter filter(List<Condition<?>> conditions, List<String> searched) {
        if (searched.isEmpty()) {
            return conditions.isEmpty() ? Filter.NONE : new Filter(List.of(new Group(conditions)));
        }
        return new Filter(SEARCHED.stream()
                .map(field ->
                        Stream.concat(conditions.stream(), searched.stream().map(field::contains)))
                .map(all -> new Group(all.toList()))
                .toList());
    }

    /** Returns the status filter for {@code is_active}: active contacts, or all others. */
    private static Set<ContactStatus> statuses(QueryParameters query) {
        Set<ContactStatus> active = EnumSet.of(ContactStatus.ACTIVE);
        @Nullable String sent = query.text("is_active");
        if (sent == null || sent.isBlank()) {
            return Set.of();
        }
        @Nullable Boolean wanted = TruthWords.STRICT.read(sent.strip());
        if (wanted == null) {
            query.refuse("is_active", Messages.NO_BOOLEAN);
            return Set.of();
        }
        return wanted ? active : EnumSet.complementOf(EnumSet.copyOf(active));
    }

    private static Stream<String> text(QueryParameters query, String name) {
        return Stream.ofNullable(query.text(name)).map(String::strip).filter(text -> !query.hasErrors());
    }

    private static Stream<String[]> items(QueryParameters query, String name) {
        List<String> items = query.texts(name);
        return items.isEmpty() || query.hasErrors() ? Stream.of() : Stream.<String[]>of(items.toArray(String[]::new));
    }

    private static Stream<Condition<?>> time(
            QueryParameters query, String name, Function<String, Instant> reader, Function<Instant, Condition<?>> use) {
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
