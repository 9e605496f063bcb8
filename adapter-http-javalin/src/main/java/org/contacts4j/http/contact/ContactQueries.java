package org.contacts4j.http.contact;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.contacts4j.application.contact.query.ContactQuery;
import org.contacts4j.application.contact.query.ContactQuery.Conditions;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.http.canonical.ListParameters;
import org.contacts4j.http.server.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** A reader of the query parameters of contact lists. */
final class ContactQueries {

    private static final Map<String, ContactStatus> STATUSES = words();

    private ContactQueries() {}

    /** Reads the query of a contact list. Validation errors are added to {@code query}. */
    static ContactQuery read(QueryParameters query, ListParameters list) {
        @Nullable String company = query.text("parentEntityId");
        @Nullable String search = query.text("search");
        Conditions conditions = Conditions.builder()
                .statuses(statuses(query))
                .company(company == null ? null : CompanyId.parse(company.strip()))
                .assignedTo(member(query))
                .tags(query.texts("tag"))
                .text(search != null ? search : query.text("q"))
                .team(team(query))
                .build();
        return new ContactQuery(conditions, list.order(), list.slice(), list.counted());
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
