package org.contacts4j.domain.member;

import java.util.Comparator;
import java.util.List;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * Members who look after contacts together: what is assigned to the team is seen by all who are in it. Known from the
 * moment its id is seen in an assignment.
 *
 * @param name null when it is not known
 * @param members without repetition, by id
 */
public record Team(TeamId id, @Nullable String name, List<MemberId> members) {

    /** The most members that a team has. */
    public static final int MAX_MEMBERS = 1_000;

    public Team {
        members = members.stream()
                .distinct()
                .sorted(Comparator.comparing(MemberId::value))
                .toList();
    }

    /** A team of which nothing is known. */
    public static Team unknown(TeamId id) {
        return new Team(id, null, List.of());
    }

    /**
     * This team with the patch applied.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid naming every fault
     */
    public Team apply(Patch<Team> patch) {
        Faults faults = new Faults();
        faults.addAll(patch.faults());
        Team patched = this;
        for (TeamField<?> field : TeamField.all()) {
            patched = field.carriedOut(patch, patched, faults);
        }
        faults.throwIfAny();
        return patched;
    }
}
