package org.contacts4j.http.repzo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.contacts4j.http.server.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** The parameters that filter the list of contacts. A contact must match all parameters that are sent. */
final class ListFilters {

    /** The latest time that JavaScript can represent, in milliseconds. */
    private static final long MAX_MILLIS = 8_640_000_000_000_000L;

    /**
     * The last second of the year 9999, in milliseconds. No change is later, so databases need not support later times.
     */
    private static final long LAST_MILLIS = 253_402_300_799_000L;

    private ListFilters() {}

    /** Returns the filter of the parameters. Adds validation errors to {@code query}. */
    static Filter read(QueryParameters query) {
        List<Filter> filters = new ArrayList<>();
        ids(query).map(Fields.id()::in).forEach(filters::add);
        id(query, "from__id").map(Fields::idAbove).forEach(filters::add);
        id(query, "to__id").map(Fields::idBelow).forEach(filters::add);
        names(query).map(Fields.exactName()::in).forEach(filters::add);
        millis(query, "from_updatedAt")
                .map(from -> Fields.updatedAt().isFrom(Instant.ofEpochMilli(from + 1)))
                .forEach(filters::add);
        millis(query, "to_updatedAt")
                .map(to -> Fields.updatedAt().isBefore(Instant.ofEpochMilli(to)))
                .forEach(filters::add);
        @Nullable String searched = query.text("search");
        if (searched != null && !query.hasErrors()) {
            String part = searched.strip();
            filters.add(Fields.name().contains(part).or(Fields.localName().contains(part)));
        }
        return Filter.allOf(filters);
    }

    /** Returns the ids. A malformed id is treated as unknown. */
    private static Stream<Set<ContactId>> ids(QueryParameters query) {
        Set<ContactId> ids = MultiValueParameters.texts(query, "_id").stream()
                .map(text -> ContactId.parse(text.strip()))
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Stream.of() : Stream.of(ids);
    }

    private static Stream<Set<String>> names(QueryParameters query) {
        Set<String> names = new HashSet<>(MultiValueParameters.texts(query, "name"));
        Faults faults = new Faults();
        names.forEach(name -> Rules.checkText(name, Rules.PROSE, "name", faults));
        faults.list().forEach(fault -> query.refuse(fault.field(), fault.message()));
        return names.isEmpty() || faults.count() > 0 ? Stream.of() : Stream.of(names);
    }

    private static Stream<ContactId> id(QueryParameters query, String name) {
        @Nullable String text = query.text(name);
        if (text == null) {
            return Stream.of();
        }
        ContactId id = ContactId.parse(text.strip());
        if (!id.toString().equalsIgnoreCase(text.strip())) {
            query.refuse(name, "must be the _id of a contact");
        }
        return Stream.of(id);
    }

    /**
     * Returns a time. Clients know times only to the millisecond. A contact whose time equals the limit in milliseconds
     * is therefore neither before nor after it.
     */
    private static Stream<Long> millis(QueryParameters query, String name) {
        @Nullable Long sent = query.largeNumber(name, -MAX_MILLIS, MAX_MILLIS);
        return sent == null ? Stream.of() : Stream.of(Math.max(0, Math.min(sent, LAST_MILLIS)));
    }
}
