package org.contacts4j.http.repzo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.application.contact.query.ContactQuery.Conditions;
import org.contacts4j.application.contact.query.Selection;
import org.contacts4j.domain.filter.Condition;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.Filter.Group;
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

    /** Returns the conditions of the parameters. Adds validation errors to {@code query}. */
    static Conditions read(QueryParameters query) {
        Selection selection = new Selection(ids(query), id(query, "from__id"), id(query, "to__id"), names(query));
        List<Condition<?>> times = times(query);
        @Nullable String searched = query.text("search");
        return Conditions.among(selection, query.hasErrors() ? Filter.NONE : filter(times, searched));
    }

    /** Returns a filter for contacts that match all conditions and have the text in their name or local name. */
    private static Filter filter(List<Condition<?>> conditions, @Nullable String searched) {
        if (searched == null) {
            return conditions.isEmpty() ? Filter.NONE : new Filter(List.of(new Group(conditions)));
        }
        String part = searched.strip();
        return new Filter(Stream.of(Fields.name(), Fields.localName())
                .map(field -> Stream.concat(conditions.stream(), Stream.of(field.contains(part)))
                        .toList())
                .map(Group::new)
                .toList());
    }

    /** Returns the ids. A malformed id is treated as unknown. */
    private static Set<ContactId> ids(QueryParameters query) {
        return MultiValueParameters.texts(query, "_id").stream()
                .map(text -> ContactId.parse(text.strip()))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(QueryParameters query) {
        Set<String> names = new HashSet<>(MultiValueParameters.texts(query, "name"));
        Faults faults = new Faults();
        names.forEach(name -> Rules.checkText(name, Rules.PROSE, "name", faults));
        faults.list().forEach(fault -> query.refuse(fault.field(), fault.message()));
        return faults.count() > 0 ? Set.of() : names;
    }

    private static @Nullable ContactId id(QueryParameters query, String name) {
        @Nullable String text = query.text(name);
        if (text == null) {
            return null;
        }
        ContactId id = ContactId.parse(text.strip());
        if (!id.toString().equalsIgnoreCase(text.strip())) {
            query.refuse(name, "must be the _id of a contact");
        }
        return id;
    }

    /**
     * Returns the conditions on times. Clients know times only to the millisecond. A contact whose time equals the
     * limit in milliseconds is therefore neither before nor after it.
     */
    private static List<Condition<?>> times(QueryParameters query) {
        List<Condition<?>> times = new ArrayList<>();
        @Nullable Long from = millis(query, "from_updatedAt");
        if (from != null) {
            times.add(Fields.updatedAt().isFrom(Instant.ofEpochMilli(from + 1)));
        }
        @Nullable Long to = millis(query, "to_updatedAt");
        if (to != null) {
            times.add(Fields.updatedAt().isBefore(Instant.ofEpochMilli(to)));
        }
        return times;
    }

    private static @Nullable Long millis(QueryParameters query, String name) {
        @Nullable Long sent = query.largeNumber(name, -MAX_MILLIS, MAX_MILLIS);
        return sent == null ? null : Math.max(0, Math.min(sent, LAST_MILLIS));
    }
}
