package org.contacts4j.domain.contact;

import java.util.List;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.TeamId;

/**
 * Who in the organisation looks after a contact.
 *
 * @param members without repetition, in the order given; they need not be known to Contacts4J
 * @param teams without repetition, in the order given; they need not be known to Contacts4J
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
