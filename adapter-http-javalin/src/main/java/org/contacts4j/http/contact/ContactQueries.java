package org.contacts4j.http.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.http.server.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** A reader of the query parameters that filter contact lists. */
final class ContactQueries {

    private static final Map<String, ContactStatus> STATUSES = words();

    private ContactQueries() {}

    /** Reads the filter of a contact list. Validation errors are added to {@code query}. */
    static Filter read(QueryParameters query) {
        @Nullable String company = query.text("parentEntityId");
        @Nullable String search = query.text("search");
        Set<ContactStatus> statuses = statuses(query);
        @Nullable MemberId member = member(query);
        List<String> tags = query.texts("tag");
        @Nullable String text = search != null ? search : query.text("q");
        @Nullable TeamId team = team(query);
        List<Filter> filters = new ArrayList<>();
        if (!statuses.isEmpty()) {
            filters.add(Fields.status().in(statuses));
        }
        if (company != null) {
            filters.add(Fields.companyId().is(CompanyId.parse(company.strip())));
        }
        if (member != null && !query.hasErrors()) {
            filters.add(Fields.assignedTo().containsAll(List.of(member.value())));
        }
        if (team != null && !query.hasErrors()) {
            filters.add(Fields.teams().containsAll(List.of(team.value())));
        }
        if (!tags.isEmpty()) {
            filters.add(Fields.tags().containsAll(tags));
        }
        if (text != null) {
            filters.add(Fields.search(text));
        }
        return Filter.allOf(filters);
    }

    private static Set<ContactStatus> statuses(QueryParameters query) {
        @Nullable ContactStatus status = query.word("status", STATUSES);
        @Nullable Boolean active = query.bool("isActive");
        if (active == null) {
            return status == null ? Set.of() : Set.of(status);
        }
        EnumSet<ContactStatus> statuses =
                active ? EnumSet.of(ContactStatus.ACTIVE) : EnumSet.complementOf(EnumSet.of(ContactStatus.ACTIVE));
        if (status != null && !statuses.contains(status)) {
            query.refuse("isActive", "contradicts status; send one of the two");
        }
        return status == null ? statuses : Set.of(status);
    }

    private static @Nullable MemberId member(QueryParameters query) {
        @Nullable String member = query.text("assignedTo");
        if (member != null && member.length() > MemberId.MAX_LENGTH) {
            query.refuse("assignedTo", "must have 1 to " + MemberId.MAX_LENGTH + " characters");
            return null;
        }
        return member == null ? null : new MemberId(member);
    }

    private static @Nullable TeamId team(QueryParameters query) {
        @Nullable String team = query.text("teams");
        if (team != null && team.length() > TeamId.MAX_LENGTH) {
            query.refuse("teams", "must have 1 to " + TeamId.MAX_LENGTH + " characters");
            return null;
        }
        return team == null ? null : new TeamId(team);
    }

    private static Map<String, ContactStatus> words() {
        Map<String, ContactStatus> words = new LinkedHashMap<>();
        Arrays.stream(ContactStatus.values()).forEach(status -> words.put(EnumNames.of(status), status));
        return words;
    }
}
