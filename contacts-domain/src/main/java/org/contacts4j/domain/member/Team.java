package org.contacts4j.domain.member;

import java.util.Comparator;
import java.util.List;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * A team of members. Every member of a team sees the contacts assigned to the team. The record exists from the first
 * assignment that contains the id.
 *
 * @param name null if unknown
 * @param members without duplicates, sorted by id
 */
public record Team(TeamId id, @Nullable String name, List<MemberId> members) {

    /** The maximum number of members of a team. */
    public static final int MAX_MEMBERS = 1_000;

    public Team {
        members = members.stream()
                .distinct()
                .sorted(Comparator.comparing(MemberId::value))
                .toList();
    }

    /** Returns a team without name and members. */
    public static Team unknown(TeamId id) {
        return new Team(id, null, List.of());
    }

    /**
     * Returns this team with the patch applied.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public Team apply(Patch<Team> patch) {
        FieldValues<Team> values = TeamField.TABLE.apply(this, patch, draft -> {});
        return new Team(id, values.get(TeamField.NAME), values.require(TeamField.MEMBERS));
    }
}
