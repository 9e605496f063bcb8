package org.contacts4j.domain.contact;

import java.util.List;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;

/**
 * The members and teams that a contact is assigned to.
 *
 * @param members without duplicates, in the order given; Contacts4J need not have a record of them
 * @param teams without duplicates, in the order given; Contacts4J need not have a record of them
 */
public record Assignment(List<MemberId> members, List<TeamId> teams) {

    public static final Assignment NONE = new Assignment(List.of(), List.of());

    public Assignment {
        members = withoutRepetition(members);
        teams = withoutRepetition(teams);
    }

    private static <T> List<T> withoutRepetition(List<T> items) {
        return items.size() < 2 ? List.copyOf(items) : items.stream().distinct().toList();
    }
}
